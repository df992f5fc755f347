import type { ImageBox } from '../../geometry/spaces.ts';
import { countParts } from '../../mask/holes.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox, maskIou } from '../../mask/measure.ts';

/** What a doubt goes by; measured once for each mask, as masks never change. */
export interface Figures {
  readonly area: number;
  /** Null: the mask is empty. */
  readonly box: ImageBox | null;
  readonly parts: number;
  readonly holes: number;
  readonly reachesEdge: boolean;
}

const known = new WeakMap<Mask, Figures>();

export function figuresOf(mask: Mask): Figures {
  const figures = known.get(mask) ?? measured(mask);
  known.set(mask, figures);
  return figures;
}

const pairs = new WeakMap<Mask, WeakMap<Mask, number>>();

/** IoU of two masks, counted once. */
export function iouOf(a: Mask, b: Mask): number {
  const ofA = pairs.get(a) ?? new WeakMap<Mask, number>();
  pairs.set(a, ofA);
  const iou = ofA.get(b) ?? maskIou(a, b);
  ofA.set(b, iou);
  return iou;
}

export function isMeasured(mask: Mask): boolean {
  return known.has(mask);
}

function measured(mask: Mask): Figures {
  const { width, height } = mask.size;
  const box = maskBox(mask);
  const reachesEdge =
    !!box && (box.x0 === 0 || box.y0 === 0 || box.x1 === width || box.y1 === height);
  return { area: maskArea(mask), box, ...countParts(mask), reachesEdge };
}
