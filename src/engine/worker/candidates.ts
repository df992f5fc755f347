import type { Prompt } from '../../prompt/prompt.ts';
import { isAmbiguous } from '../../prompt/prompt-kind.ts';

/** What the four mask tokens are judged by, each indexed by token. */
export interface Scores {
  /** No mask but 0 was trained: it comes first for a lone click too. */
  readonly singleOnly: boolean;
  /** The model's own estimate, about 0 to 1. */
  readonly predictedIou: ArrayLike<number>;
  /** Share of the photo the mask covers, 0 to 1. */
  readonly coverage: ArrayLike<number>;
}

/** A mask of nearly the whole photo is hardly ever what a click means, however sure the model is. */
const WHOLE_PHOTO = 0.95;

/**
 * Mask tokens to offer, best first. One include click alone is ambiguous (whole, part or
 * sub-part), which tokens 1-3 are for where they were trained; token 0 answers anything more, and so comes first there.
 */
export function rankTokens(prompt: Prompt, scores: Scores): number[] {
  const ambiguous = [1, 2, 3].sort((a, b) => rating(scores, b) - rating(scores, a));
  return isAmbiguous(prompt) && !scores.singleOnly ? ambiguous : [0, ...ambiguous];
}

/** The token the person chose for the last step, else the best-ranked. */
export function chosenToken(prompt: Prompt, scores: Scores): number {
  return prompt.at(-1)?.candidate ?? rankTokens(prompt, scores)[0] ?? 0;
}

/** Masks of nearly the whole photo come after all others. */
function rating({ predictedIou, coverage }: Scores, token: number): number {
  return (predictedIou[token] ?? 0) - ((coverage[token] ?? 0) > WHOLE_PHOTO ? 10 : 0);
}
