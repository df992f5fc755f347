import type { KeyboardEvent } from 'react';
import type { Annotator } from '../../app/annotator.ts';
import type { Place } from '../../app/objects/ordering.ts';
import { keymap } from '../../tools/actions/keymap.ts';
import type { ActionId } from '../../tools/actions/registry.ts';
import { chordsOf } from '../../tools/keys/chord.ts';

interface List {
  readonly annotator: Annotator;
  /** Ids of the rows, the topmost first. */
  readonly shown: readonly string[];
  readonly selected: readonly string[];
  readonly select: (id: string, modifiers: Modifiers) => void;
  readonly focus: (id: string) => void;
  readonly rename: (id: string) => void;
}

export interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key on the row `id` does; keys that mean nothing here go on to the page, where they mean the selected objects. */
export function onListKey(list: List, id: string, event: KeyboardEvent): void {
  const act = actionKey(list, id, event) ?? (event.altKey ? null : rowKey(list, id, event));
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

const PLACES = {
  forward: 'forward',
  backward: 'backward',
  toFront: 'front',
  toBack: 'back',
} as const satisfies Partial<Record<ActionId, Place>>;

/** Name and order of a row that only has the focus, by the keys that these actions have. */
function actionKey(list: List, id: string, event: KeyboardEvent): (() => void) | null {
  const { annotator, selected } = list;
  const map = keymap(annotator.view.getState().keys);
  const asked = chordsOf(event.nativeEvent).flatMap((chord) => map.get(chord)?.id ?? []);
  if (asked.includes('rename' satisfies ActionId)) return () => list.rename(id);
  const place = Object.entries(PLACES).find(([action]) => asked.includes(action))?.[1];
  return place
    ? () => annotator.shiftObjects(selected.includes(id) ? selected : [id], place)
    : null;
}

function rowKey(list: List, id: string, event: KeyboardEvent): (() => void) | null {
  const { annotator, shown, selected, select } = list;
  const step = stepOf(event.key, shown.length);
  if (step !== null) {
    const next = shown[Math.min(Math.max(shown.indexOf(id) + step, 0), shown.length - 1)];
    return () => next && walk(list, next, event);
  }
  switch (event.key) {
    case ' ':
      return () => select(id, event);
    case 'Enter':
      return () => void annotator.refineObject(id);
    case 'a':
      return event.ctrlKey || event.metaKey ? () => annotator.selectObjects(shown, id) : null;
    case 'Delete':
    case 'Backspace':
      return () => {
        annotator.deleteObjects(selected);
        const after = shown.slice(shown.indexOf(id)).find((one) => !selected.includes(one));
        const next = after ?? shown.findLast((one) => !selected.includes(one));
        if (next) list.focus(next);
      };
    default:
      return null;
  }
}

/** With Ctrl only the focus walks. */
function walk({ select, focus }: List, next: string, event: KeyboardEvent): void {
  focus(next);
  if (!event.ctrlKey && !event.metaKey) select(next, event);
}

function stepOf(key: string, count: number): number | null {
  const steps = new Map([
    ['ArrowUp', -1],
    ['ArrowDown', 1],
    ['Home', -count],
    ['End', count],
  ]);
  return steps.get(key) ?? null;
}
