import type { Find } from './follow.ts';

/**
 * Between these an object turns from surely gone to surely there. On the scenes of `npm run bench:follow` finds of objects that
 * are there have a likeness from 0.84 and a score from 0.33, finds of those that have left up to 0.62 and 0.05.
 */
const [LIKENESS, SCORE] = [
  [0.45, 0.8],
  [0.05, 0.3],
] as const;
/** A find of which less is expected is none. */
const GONE = 0.35;

type Witnesses = Pick<Find, 'likeness' | 'predictedIou'> & {
  readonly move: { readonly score: number };
};

/** The IoU to expect of a find, 0 to 1: what the decoder predicts, as far as it looks like the object. Null: it is gone. */
export function expectedIou({ likeness, predictedIou, move }: Witnesses): number | null {
  const expected = predictedIou * ramp(likeness, LIKENESS) * ramp(move.score, SCORE);
  return expected < GONE ? null : expected;
}

function ramp(value: number, [from, to]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
