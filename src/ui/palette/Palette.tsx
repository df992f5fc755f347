import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Hands } from '../../tools/actions/action.ts';
import { keysOfAction } from '../../tools/actions/keymap.ts';
import type { Entry } from '../../tools/actions/registry.ts';
import { chordsOf } from '../../tools/keys/chord.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useView } from '../kit/annotator.ts';
import { isComposing as isComposingKey } from '../kit/composing.ts';
import { readingsOf } from './composing.ts';
import { allSections, createFinder, type Finder, type Section } from './entries.ts';
import { PaletteList } from './PaletteList.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Everything that can be done, by typing a few letters of its name. */
export function Palette({ isOpen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it already.
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.title')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      {isOpen && <Search close={() => dialog.current?.close()} />}
    </dialog>
  );
}

function Search({ close }: { readonly close: () => void }) {
  const hands = useHands();
  const listId = useId();
  const [find] = useState(() => createFinder(hands));
  const recent = useView((view) => view.recentActions);
  // The keys that brought it up close it too.
  const ownKeys = keysOfAction(
    'palette',
    useView((view) => view.keys),
  );
  const [words, setWords] = useState('');
  const [isComposing, setComposing] = useState(false);
  const [at, setAt] = useState(0);
  const readings = isComposing ? readingsOf(words) : [words];
  const sections = sectionsFor(readings, hands, recent, find);
  const all = sections.flatMap(({ found }) => found);
  const active = Math.min(at, all.length - 1);

  function choose({ id, action }: Entry): void {
    if (action.whyNot?.(hands)) return;
    // The focus goes back first: the action may want it elsewhere.
    close();
    hands.annotator.noteAction(id);
    action.run(hands);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposingKey(event)) return;
    const isAgain = chordsOf(event.nativeEvent).some((chord) => ownKeys.includes(chord));
    const next = stepOf(event.key, active, all.length);
    const entry = all[active]?.entry;
    if (isAgain) close();
    else if (next !== null) setAt(next);
    else if (event.key === 'Enter' && entry) choose(entry);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        className="palette-field"
        type="text"
        role="combobox"
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={all[active] ? `${listId}-${active}` : undefined}
        aria-label={t('palette.field')}
        placeholder={t('palette.field')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          setAt(0);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={listId} sections={sections} active={active} onChoose={choose} />
      {all.length === 0 && (
        <p className="palette-nothing" role="status">
          {t('palette.nothing')}
        </p>
      )}
    </>
  );
}

/** Sections of the first reading by which anything is found. */
function sectionsFor(
  readings: readonly string[],
  hands: Hands,
  recent: readonly string[],
  find: Finder,
): readonly Section[] {
  for (const reading of readings) {
    if (reading.trim() === '') return allSections(hands, recent);
    const found = find(reading, recent, (letters, i) => <mark key={i}>{letters}</mark>);
    if (found.length > 0) return [{ title: '', found }];
  }
  return [];
}

const PAGE = 8;

/** Where a key takes the choice; null for keys that don't. The ends meet, by single steps. */
function stepOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % Math.max(count, 1);
    case 'ArrowUp':
      return (at - 1 + count) % Math.max(count, 1);
    case 'PageDown':
      return Math.min(at + PAGE, count - 1);
    case 'PageUp':
      return Math.max(at - PAGE, 0);
    default:
      return null;
  }
}
