import type { ImageBox } from '../geometry/spaces.ts';
import type { Prompt, PromptStep } from './prompt.ts';

/** Mask token of the one answer that is no choice among several. */
const SINGLE = 0;

/**
 * What to ask on a crop around a mask with that box: the prompt that made it, in pixels of the crop,
 * or its box, where none did. What a point means is hardly ambiguous there, so the single mask
 * answers it, unless the person chose another one.
 */
export function zoomPrompt(prompt: Prompt, box: ImageBox, crop: ImageBox): Prompt {
  const steps = prompt.flatMap((step) => stepInCrop(step, crop) ?? []);
  const last = steps.at(-1) ?? { kind: 'box', box: boxInCrop(box, crop), candidate: null };
  return [...steps.slice(0, -1), { ...last, candidate: last.candidate ?? SINGLE }];
}

/** Null for a point that is off the crop; boxes are cut to it. */
function stepInCrop(step: PromptStep, crop: ImageBox): PromptStep | null {
  if (step.kind === 'box') return { ...step, box: boxInCrop(step.box, crop) };
  const at = { x: step.at.x - crop.x0, y: step.at.y - crop.y0 };
  const isOnCrop = at.x >= 0 && at.y >= 0 && at.x < crop.x1 - crop.x0 && at.y < crop.y1 - crop.y0;
  return isOnCrop ? { ...step, at } : null;
}

function boxInCrop({ x0, y0, x1, y1 }: ImageBox, crop: ImageBox): ImageBox {
  const inWidth = (x: number) => Math.min(Math.max(x, crop.x0), crop.x1) - crop.x0;
  const inHeight = (y: number) => Math.min(Math.max(y, crop.y0), crop.y1) - crop.y0;
  return { x0: inWidth(x0), y0: inHeight(y0), x1: inWidth(x1), y1: inHeight(y1) };
}
