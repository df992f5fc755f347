import type { MaskObject } from '../../document/types.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import { maskContains } from '../../mask/measure.ts';
import type { PromptStep } from '../../prompt/prompt.ts';
import { type Figures, figuresOf, iouOf } from './figures.ts';

/** Why an object may be wrong, with what was measured. */
export type Reason =
  /** It was rejected, and has changed since. */
  | { readonly kind: 'mended' }
  /** `iou`: the model's own estimate. */
  | { readonly kind: 'unsure'; readonly iou: number }
  /** `iou`: of what the two models said. */
  | { readonly kind: 'disagree'; readonly iou: number }
  | { readonly kind: 'duplicate'; readonly iou: number; readonly other: MaskObject }
  /** Much of it is in another object as well. */
  | { readonly kind: 'overlap'; readonly share: number; readonly other: MaskObject }
  /** Points that include it lie outside of it, or those that exclude lie inside. */
  | { readonly kind: 'points'; readonly count: number }
  /** `iou`: of the box that was drawn and the mask's own. */
  | { readonly kind: 'box'; readonly iou: number }
  | { readonly kind: 'pieces'; readonly parts: number; readonly holes: number }
  | { readonly kind: 'tiny'; readonly pixels: number }
  | { readonly kind: 'edge' };

export interface Doubt {
  /** 0: nothing speaks against it, 1: surely wrong. */
  readonly score: number;
  /** What weighs most first. */
  readonly reasons: readonly Reason[];
}

/** From here on two masks are one object labelled twice. */
const DUPLICATE_IOU = 0.8;
/** Models that are as sure, agree as much, or boxes that fit as well, leave no doubt. */
const [SURE, AGREED, FITTING] = [0.9, 0.9, 0.8];
const OVERLAP = 0.25;
/** Pixels, and share of the photo, below which an object is tiny. */
const [TINY_PIXELS, TINY_SHARE] = [64, 5e-5];
/** Sides of a large object in pixels that make another piece of it likely. */
const SIDE_A_PIECE = 50;
const LEAST_WEIGHT = 0.05;

type Weighed = readonly [weight: number, reason: Reason];

/** Doubts about the objects of one photo, in their order. What is made by hand has no estimate to be doubted. Pure. */
export function doubtsOf(objects: readonly MaskObject[]): readonly Doubt[] {
  return objects.map((object, at) => {
    const weighed = [...ownDoubts(object), ...doubtsAmong(object, objects.slice(0, at))]
      .filter(([weight]) => weight >= LEAST_WEIGHT)
      .sort(([a], [b]) => b - a);
    return {
      score: 1 - weighed.reduce((sure, [weight]) => sure * (1 - weight), 1),
      reasons: weighed.map(([, reason]) => reason),
    };
  });
}

function ownDoubts(object: MaskObject): readonly Weighed[] {
  const { predictedIou, agreement, review, mask } = object;
  const figures = figuresOf(mask);
  const { area, parts, holes } = figures;
  const pixels = mask.size.width * mask.size.height;
  const expected = 3 + Math.sqrt(area) / SIDE_A_PIECE;
  const tiny = Math.max(TINY_PIXELS, TINY_SHARE * pixels);
  return [
    [review?.state === 'mended' ? 0.95 : 0, { kind: 'mended' }],
    ...(predictedIou === null || Number.isNaN(predictedIou)
      ? []
      : ([[below(predictedIou, SURE, 0.5), { kind: 'unsure', iou: predictedIou }]] as const)),
    ...(agreement === undefined
      ? []
      : ([[below(agreement, AGREED, 0.6), { kind: 'disagree', iou: agreement }]] as const)),
    ...promptDoubts(object, figures),
    [0.9 * (1 - Math.exp(-(parts - 1 + holes) / expected)), { kind: 'pieces', parts, holes }],
    [area < tiny ? 0.4 + 0.4 * (1 - area / tiny) : 0, { kind: 'tiny', pixels: area }],
    [figures.reachesEdge ? 0.06 : 0, { kind: 'edge' }],
  ];
}

/** The mask as it is now against the clicks and boxes that are said to have made it. */
function promptDoubts({ prompt, mask }: MaskObject, { box }: Figures): readonly Weighed[] {
  const misses = prompt.filter(
    (step) => step.kind === 'point' && maskContains(mask, step.at) !== (step.label === 'include'),
  ).length;
  const drawn = prompt.findLast((step): step is Extract<PromptStep, { kind: 'box' }> => {
    return step.kind === 'box';
  });
  const iou = drawn && box ? boxIou(drawn.box, box) : 1;
  return [
    [misses > 0 ? 0.85 : 0, { kind: 'points', count: misses }],
    [below(iou, FITTING, 0.6), { kind: 'box', iou }],
  ];
}

/** Against those that lie under it: of two that are the same, the upper one is in doubt. */
function doubtsAmong(object: MaskObject, others: readonly MaskObject[]): readonly Weighed[] {
  const { box, area } = figuresOf(object.mask);
  const near = others.filter(
    ({ mask, review }) => review?.state !== 'rejected' && meet(box, figuresOf(mask).box),
  );
  return near.flatMap((other): Weighed[] => {
    const iou = iouOf(object.mask, other.mask);
    if (iou >= DUPLICATE_IOU) return [[0.9, { kind: 'duplicate', iou, other }]];
    const common = (iou / (1 + iou)) * (area + figuresOf(other.mask).area);
    const share = area > 0 ? common / area : 0;
    return [[share >= OVERLAP ? 0.15 + 0.35 * share : 0, { kind: 'overlap', share, other }]];
  });
}

/** 0 from `limit` on, 1 when it is lower by `range`. */
function below(value: number, limit: number, range: number): number {
  return Math.min(Math.max((limit - value) / range, 0), 1);
}

function boxIou(a: ImageBox, b: ImageBox): number {
  const width = Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0));
  const height = Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
  const common = width * height;
  const union = boxArea(a) + boxArea(b) - common;
  return union > 0 ? common / union : 1;
}

function boxArea({ x0, y0, x1, y1 }: ImageBox): number {
  return (x1 - x0) * (y1 - y0);
}

function meet(a: ImageBox | null, b: ImageBox | null): boolean {
  return !!a && !!b && a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
