import type { ImageBox, ImagePoint, Size } from '../../../geometry/spaces.ts';
import { removeSmallRegions } from '../../../mask/small-regions.ts';
import type { Prompt } from '../../../prompt/prompt.ts';
import {
  type EverythingProgress,
  type EverythingRequest,
  type EverythingStep,
  type FoundMask,
  gridOf,
} from '../../everything.ts';
import type { Crop } from '../../protocol.ts';
import type { Answer } from '../decoder.ts';
import type { Embedding } from '../embedding.ts';
import { type Found, goodMasks } from './good-masks.ts';
import { type GridCrop, gridCrops, gridPoint } from './grid.ts';
import { boxArea, keptBoxes, pixelBox } from './nms.ts';
import { type PointOrder, pointsInRows, spreadPoints } from './point-order.ts';

interface Parts {
  readonly decode: (embedding: Embedding, prompt: Prompt) => Promise<Answer>;
  readonly encode: (crop: Crop) => Promise<Embedding>;
}

/** SAM's automatic mask generator, a piece at a time. */
export interface EverythingRun {
  /** `photo` is the whole photo's embedding, `crop` what the step before asked for. */
  step(photo: Embedding, crop: Crop | null): Promise<EverythingStep>;
}

/** A click that comes in the middle of a step waits no longer than about this. */
const STEP_MILLISECONDS = 80;

export function startEverything(
  { photoSize, model, options }: EverythingRequest,
  { decode, encode }: Parts,
): EverythingRun {
  const crops = gridCrops(photoSize, options);
  const counts = crops.map(({ layer }) => gridOf(options, layer).asked);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let current = 0;
  let point = 0;
  let embedding: Embedding | null = null;
  let order: PointOrder | null = null;
  /** Masks of the crops that are through. */
  let kept: Found[] = [];
  /** Masks of the crop in work, duplicates among them. */
  let found: Found[] = [];

  function progress(): EverythingProgress {
    const before = counts.slice(0, current).reduce((sum, count) => sum + count, 0);
    return { done: before + point, total, found: kept.length + found.length };
  }

  async function ask({ box, layer }: GridCrop, on: Embedding): Promise<void> {
    const { perSide, asked: count } = gridOf(options, layer);
    order ??= count < perSide ** 2 ? spreadPoints(on, model, perSide) : pointsInRows();
    const inCrop = gridPoint(order.next(), perSide, sizeOf(box));
    point++;
    const at = onPixelCentre(inCrop, on);
    const answer = await decode(on, [{ kind: 'point', at, label: 'include', candidate: null }]);
    const asked = { at: { x: at.x + box.x0, y: at.y + box.y0 }, crop: box, photo: photoSize };
    found.push(...goodMasks(answer, on, asked, options));
  }

  function closeCrop(): void {
    kept = [...kept, ...withoutDuplicates(found, options.boxOverlap)];
    found = [];
    embedding = null;
    order = null;
    point = 0;
    current++;
  }

  function finish(): EverythingStep {
    const apart = crops.length > 1 ? withoutCropDuplicates(kept, options.cropBoxOverlap) : kept;
    const { leastArea, boxOverlap, cropBoxOverlap } = options;
    const overlap = Math.max(boxOverlap, cropBoxOverlap);
    const masks = apart.map(({ mask }) => mask);
    return { kind: 'finished', masks: leastArea > 0 ? cleaned(masks, leastArea, overlap) : masks };
  }

  return {
    async step(photo, given) {
      const crop = crops[current];
      if (!crop) return finish();
      if (current === 0) embedding = photo;
      else if (!embedding && given && isSameBox(given.box, crop.box))
        embedding = await encode(given);
      if (!embedding) return { kind: 'needs-crop', box: crop.box, progress: progress() };
      const startedAt = performance.now();
      do await ask(crop, embedding);
      while (point < (counts[current] ?? 0) && performance.now() - startedAt < STEP_MILLISECONDS);
      if (point === counts[current]) closeCrop();
      return { kind: 'working', progress: progress() };
    },
  };
}

function sizeOf({ x0, y0, x1, y1 }: ImageBox): Size {
  return { width: x1 - x0, height: y1 - y0 };
}

/**
 * SAM takes a grid's point for the index of a pixel of the model's input, whose centre lies half a
 * pixel further.
 */
function onPixelCentre({ x, y }: ImagePoint, { photo, input }: Embedding): ImagePoint {
  return { x: x + (0.5 * photo.width) / input.width, y: y + (0.5 * photo.height) / input.height };
}

function withoutDuplicates(found: readonly Found[], overlap: number): Found[] {
  const scores = found.map(({ mask }) => mask.predictedIou);
  return chosen(found, keptBoxes(boxesOf(found), scores, overlap));
}

/** Masks of smaller crops are the finer ones. */
function withoutCropDuplicates(found: readonly Found[], overlap: number): Found[] {
  const scores = found.map(({ mask }) => 1 / boxArea(mask.crop));
  return chosen(found, keptBoxes(boxesOf(found), scores, overlap));
}

/** Without holes and specks. What then has become a duplicate goes, rather than what had none. */
function cleaned(masks: readonly FoundMask[], leastArea: number, overlap: number): FoundMask[] {
  const all = masks.map((one) => ({ ...one, ...removeSmallRegions(one.mask, leastArea) }));
  const boxes = all.map(({ mask }) => pixelBox(mask));
  const scores = all.map(({ changed }) => (changed ? 0 : 1));
  return chosen(all, keptBoxes(boxes, scores, overlap)).map(({ changed: _, ...mask }) => mask);
}

function boxesOf(found: readonly Found[]): ImageBox[] {
  return found.map(({ box }) => box);
}

function chosen<T>(items: readonly T[], indices: readonly number[]): T[] {
  return indices.flatMap((i) => items[i] ?? []);
}

function isSameBox(a: ImageBox | undefined, b: ImageBox): boolean {
  return a?.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1;
}
