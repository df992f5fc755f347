import type { Prompt, PromptStep } from './prompt.ts';

/** The prompt on a photo that is `sx` times as wide and `sy` times as high. */
export function scaledPrompt(prompt: Prompt, sx: number, sy: number): Prompt {
  return prompt.map((step) => scaledStep(step, sx, sy));
}

function scaledStep(step: PromptStep, sx: number, sy: number): PromptStep {
  if (step.kind === 'point') return { ...step, at: { x: step.at.x * sx, y: step.at.y * sy } };
  const { x0, y0, x1, y1 } = step.box;
  return { ...step, box: { x0: x0 * sx, y0: y0 * sy, x1: x1 * sx, y1: y1 * sy } };
}
