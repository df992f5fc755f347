import type { ImageBox, Size } from '../geometry/spaces.ts';
import type { Prompt as Steps } from '../prompt/prompt.ts';
import type { Prompt, PromptPoint } from './api.ts';
import { RobustSamError } from './errors.ts';

type Step = Steps[number];

/** The steps that the engine is asked; a RobustSamError for a prompt that says nothing of an object. */
export function stepsOf({ points = [], box, candidate }: Prompt, size: Size): Steps {
  const steps = [...(box ? [boxStep(box, size)] : []), ...points.map((at) => pointStep(at, size))];
  const last = steps.at(-1);
  if (!last) throw refused('The prompt is empty: give it points or a box.');
  if (steps.every((step) => step.kind === 'point' && step.label === 'exclude')) {
    throw refused('Points to leave out say nothing of the object: add one on it, or a box.');
  }
  return [...steps.slice(0, -1), { ...last, candidate: candidate ?? null }];
}

function pointStep({ x, y, label = 'include' }: PromptPoint, size: Size): Step {
  const isInside = x >= 0 && y >= 0 && x < size.width && y < size.height;
  if (!isInside) throw refused(`The point ${x}, ${y} lies outside the photo, ${sizeWords(size)}.`);
  if (label !== 'include' && label !== 'exclude') {
    throw refused(`A point's label is "include" or "exclude", not "${label}".`);
  }
  return { kind: 'point', at: { x, y }, label, candidate: null };
}

function boxStep({ x0, y0, x1, y1 }: ImageBox, size: Size): Step {
  const box = {
    x0: Math.max(0, x0),
    y0: Math.max(0, y0),
    x1: Math.min(size.width, x1),
    y1: Math.min(size.height, y1),
  };
  if (!(box.x0 < box.x1 && box.y0 < box.y1)) {
    const asked = `${x0}, ${y0} to ${x1}, ${y1}`;
    throw refused(`The box ${asked} is empty or lies outside the photo, ${sizeWords(size)}.`);
  }
  return { kind: 'box', box, candidate: null };
}

function sizeWords({ width, height }: Size): string {
  return `which has ${width} x ${height} pixels`;
}

function refused(message: string): RobustSamError {
  return new RobustSamError('prompt', message);
}
