import { contract } from '../../contract/contract.ts';
import { toInput } from '../../geometry/input.ts';
import type { ImageBox, Size } from '../../geometry/spaces.ts';
import type { Prompt, PromptStep } from '../../prompt/prompt.ts';

/** The decoder's sparse prompt: `coords` float32 [1, count, 2] as x, y; `labels` float32 [1, count]. */
export interface PointFeeds {
  readonly count: number;
  readonly coords: Float32Array;
  readonly labels: Float32Array;
}

interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/**
 * Points in the order they were placed, then the last box as its two corners; without a box SAM
 * wants a padding point. Coordinates are pixel indices of the model's input: the graph adds the
 * half pixel to a pixel's centre itself, so it is taken off here. Pure.
 */
export function pointFeeds(prompt: Prompt, photo: Size, input: Size): PointFeeds {
  const points: LabelledPoint[] = [];
  for (const step of prompt) {
    if (step.kind === 'point') points.push(atInput(step.at, contract.labels[step.label]));
  }
  const box = lastBox(prompt);
  if (box) {
    points.push(atInput({ x: box.x0, y: box.y0 }, contract.labels.boxTopLeft));
    points.push(atInput({ x: box.x1, y: box.y1 }, contract.labels.boxBottomRight));
  } else {
    points.push({ x: 0, y: 0, label: contract.labels.padding });
  }
  return {
    count: points.length,
    coords: Float32Array.from(points.flatMap(({ x, y }) => [x, y])),
    labels: Float32Array.from(points, ({ label }) => label),
  };

  function atInput(at: { x: number; y: number }, label: number): LabelledPoint {
    const { x, y } = toInput(at, photo, input);
    return { x: x - 0.5, y: y - 0.5, label };
  }
}

function lastBox(prompt: Prompt): ImageBox | null {
  return (
    prompt.findLast((step): step is Extract<PromptStep, { kind: 'box' }> => step.kind === 'box')
      ?.box ?? null
  );
}
