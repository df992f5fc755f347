import type { Attribute, LabelledObject } from './dataset.ts';
import { splitReview, withReviewAttributes } from './reviews.ts';

type Extras = Pick<LabelledObject, 'attributes' | 'note' | 'score' | 'review'>;

/** Attributes for formats that have no other place for note, score and review. */
export function extrasToAttributes({ attributes, note, score, review }: Extras): Attribute[] {
  return [
    ...withReviewAttributes(attributes, review),
    ...(note ? [['note', note] as const] : []),
    ...(score === null ? [] : [['score', score] as const]),
  ];
}

/** The inverse of `extrasToAttributes`. */
export function extrasFromAttributes(all: readonly Attribute[]): Extras {
  const find = (wanted: string) => all.find(([name]) => name === wanted)?.[1];
  const [note, score] = [find('note'), find('score')];
  return {
    ...splitReview(all.filter(([name]) => name !== 'note' && name !== 'score')),
    note: note === undefined ? '' : String(note),
    score: typeof score === 'number' ? score : null,
  };
}
