import type { Prompt } from '../../prompt/prompt.ts';

/**
 * Mask tokens to offer, best first. One include click alone is ambiguous (whole, part or
 * sub-part), which tokens 1-3 are for; token 0 answers anything more, and so comes first there.
 */
export function rankTokens(prompt: Prompt, predictedIou: ArrayLike<number>): number[] {
  const ambiguous = [1, 2, 3].sort((a, b) => (predictedIou[b] ?? 0) - (predictedIou[a] ?? 0));
  return isAmbiguous(prompt) ? ambiguous : [0, ...ambiguous];
}

/** The token the person chose for the last step, else the best-ranked. */
export function chosenToken(prompt: Prompt, predictedIou: ArrayLike<number>): number {
  return prompt.at(-1)?.candidate ?? (rankTokens(prompt, predictedIou)[0] as number);
}

function isAmbiguous(prompt: Prompt): boolean {
  const [first] = prompt;
  return prompt.length === 1 && first?.kind === 'point' && first.label === 'include';
}
