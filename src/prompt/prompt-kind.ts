import type { Prompt } from './prompt.ts';

/** Kinds of prompts that models are measured by: one include click alone, other points, anything with a box. */
export type PromptKind = 'click' | 'points' | 'box';

export function promptKind(prompt: Prompt): PromptKind {
  if (isAmbiguous(prompt)) return 'click';
  return prompt.some(({ kind }) => kind === 'box') ? 'box' : 'points';
}

/** One include click alone: it may mean a whole or a part. */
export function isAmbiguous(prompt: Prompt): boolean {
  const [first] = prompt;
  return prompt.length === 1 && first?.kind === 'point' && first.label === 'include';
}
