import type { Attribute, LabelledObject } from './dataset.ts';

type Extras = Pick<LabelledObject, 'attributes' | 'note' | 'score'>;

/** Attributes for formats that have no other place for note and score. */
export function extrasToAttributes({ attributes, note, score }: Extras): Attribute[] {
  return [
    ...attributes,
    ...(note ? [['note', note] as const] : []),
    ...(score === null ? [] : [['score', score] as const]),
  ];
}

/** The inverse of `extrasToAttributes`. */
export function extrasFromAttributes(all: readonly Attribute[]): Extras {
  const find = (wanted: string) => all.find(([name]) => name === wanted)?.[1];
  const [note, score] = [find('note'), find('score')];
  return {
    attributes: all.filter(([name]) => name !== 'note' && name !== 'score'),
    note: note === undefined ? '' : String(note),
    score: typeof score === 'number' ? score : null,
  };
}
