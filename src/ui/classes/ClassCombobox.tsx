import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { objectWords } from '../../app/objects/locked.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { isComposing } from '../kit/composing.ts';
import { FIELDS } from '../kit/places.ts';
import { ClassOptions } from './ClassOptions.tsx';
import { type ClassOption, classOptions } from './class-options.ts';

/** Names the class of the selected objects, or of the one just kept, else of the next ones; a name that is new makes a class. */
export function ClassCombobox({ selected }: { readonly selected: readonly MaskObject[] }) {
  const annotator = useAnnotator();
  const classes = useDocument((state) => state.classes);
  const current = useView((view) => view.classId);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const keys = useKeyWords('nameClass');
  // Null while it is closed.
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const options = text === null ? [] : classOptions(classes, text);
  const active = Math.min(at, options.length - 1);
  const shown = shownClass(selected, classes, current);

  function open(words: string): void {
    setText(words);
    // Enter at once leaves everything as it is.
    setAt(words === '' ? -1 : 0);
  }

  function choose(option: ClassOption): void {
    if (option.kind === 'create') annotator.chooseClassNamed(option.name);
    else annotator.chooseClass(option.kind === 'class' ? option.class.id : null);
    // The keys are the stage's again.
    input.current?.blur();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const option = options[active];
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, -1));
    else if (event.key === 'Escape') input.current?.blur();
    else if (event.key === 'Enter' && option) choose(option);
    else if (event.key === 'Enter') input.current?.blur();
    else return;
    event.preventDefault();
  }

  return (
    <div className="class-box">
      <label htmlFor={FIELDS.class}>{labelWords(selected)}</label>
      <div className="class-field">
        {text === null && shown.color && (
          <span className="swatch" style={{ background: shown.color }} />
        )}
        <input
          ref={input}
          id={FIELDS.class}
          className="text-field"
          role="combobox"
          aria-expanded={text !== null}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={options[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          placeholder={t(text === null ? 'classes.field.none' : 'classes.field.type')}
          data-closed={text === null}
          data-colored={shown.color !== null}
          value={text ?? shown.name}
          onFocus={() => open('')}
          onClick={() => text === null && open('')}
          onBlur={() => setText(null)}
          onChange={({ target }) => open(target.value)}
          onKeyDown={onKeyDown}
        />
        {keys && <kbd aria-hidden>{keys}</kbd>}
        <ClassOptions id={listId} options={options} active={active} onChoose={choose} />
      </div>
    </div>
  );
}

function labelWords(selected: readonly MaskObject[]): string {
  if (selected.length === 0) return t('classes.field.ofNew');
  return t('classes.field.ofObjects', { what: objectWords(selected) });
}

/** The class that all selected objects have, or the next one will have. */
function shownClass(
  selected: readonly MaskObject[],
  classes: readonly ObjectClass[],
  current: string | null,
): { name: string; color: string | null } {
  const ids = new Set(selected.length > 0 ? selected.map(({ classId }) => classId) : [current]);
  if (ids.size > 1) return { name: t('classes.field.several'), color: null };
  const one = classes.find(({ id }) => ids.has(id));
  return { name: one?.name ?? '', color: one?.color ?? null };
}
