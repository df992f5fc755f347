import type { ImageBox } from '../geometry/spaces.ts';
import type { Prompt, PromptStep } from './prompt.ts';

/** The prompt in pixels of a crop; points off it are left out, boxes cut to it. */
export function promptInCrop(prompt: Prompt, crop: ImageBox): Prompt {
  return prompt.flatMap((step): PromptStep[] => {
    if (step.kind === 'box') return [{ ...step, box: boxInCrop(step.box, crop) }];
    const at = { x: step.at.x - crop.x0, y: step.at.y - crop.y0 };
    const isOnCrop = at.x >= 0 && at.y >= 0 && at.x < crop.x1 - crop.x0 && at.y < crop.y1 - crop.y0;
    return isOnCrop ? [{ ...step, at }] : [];
  });
}

export function boxInCrop(box: ImageBox, crop: ImageBox): ImageBox {
  const [width, height] = [crop.x1 - crop.x0, crop.y1 - crop.y0];
  return {
    x0: clamp(box.x0 - crop.x0, width),
    y0: clamp(box.y0 - crop.y0, height),
    x1: clamp(box.x1 - crop.x0, width),
    y1: clamp(box.y1 - crop.y0, height),
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
