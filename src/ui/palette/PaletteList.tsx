import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { keysOf } from '../../tools/actions/chosen-keys.ts';
import type { Entry } from '../../tools/actions/registry.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { chordWords } from '../actions/key-words.ts';
import { useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import type { Found, Section } from './entries.ts';

interface Props {
  readonly id: string;
  readonly sections: readonly Section[];
  readonly active: number;
  readonly onChoose: (entry: Entry) => void;
}

/** The list of the palette's field, which keeps the focus and names the active option. */
export function PaletteList({ id, sections, active, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  let before = 0;
  return (
    <div
      ref={list}
      id={id}
      className="palette-list"
      role="listbox"
      aria-label={t('palette.list')}
      hidden={sections.length === 0}
    >
      {sections.map(({ title, found }) => {
        const first = before;
        before += found.length;
        const options = found.map((one, i) => (
          <Option
            key={one.entry.id}
            id={`${id}-${first + i}`}
            found={one}
            isActive={first + i === active}
            onChoose={onChoose}
          />
        ));
        if (title === '') return options;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, not fieldsets.
          <div key={title} role="group" aria-label={title}>
            <div className="palette-heading" aria-hidden>
              {title}
            </div>
            {options}
          </div>
        );
      })}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly found: Found;
  readonly isActive: boolean;
  readonly onChoose: (entry: Entry) => void;
}

function Option({ id, found: { entry, marked, english }, isActive, onChoose }: OptionProps) {
  const hands = useHands();
  const chosen = useView((view) => view.keys);
  const { action, group } = entry;
  const whyNot = action.whyNot?.(hands) ?? null;
  const isOn = action.isOn?.(hands) ?? false;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
    <div
      id={id}
      className="palette-option"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={whyNot !== null}
      onMouseDown={keepFocus}
      onClick={() => onChoose(entry)}
    >
      <span className="palette-title">
        <span>
          {marked ?? action.title}
          {english && (
            <small lang="en" className="palette-english">
              {english}
            </small>
          )}
        </span>
        {isOn && (
          <>
            <Check aria-hidden size={14} />
            <span className="visually-hidden">, {t('palette.on')}</span>
          </>
        )}
      </span>
      <small className="palette-why">
        {whyNot ?? (marked ? t(`actionHelp.group.${group}`) : '')}
      </small>
      <span className="palette-keys">
        {keysOf(entry.id, action, chosen).map((chord) => (
          <kbd key={chord}>{chordWords(chord)}</kbd>
        ))}
      </span>
    </div>
  );
}
