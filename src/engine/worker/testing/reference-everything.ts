import { contract } from '../../../contract/contract.ts';
import type { ImageBox, Size } from '../../../geometry/spaces.ts';
import { withoutChequer } from '../../../mask/without-chequer.ts';
import type { EverythingOptions } from '../../everything.ts';

/**
 * SAM's automatic mask generator once more, plain and slow: dense arrays instead of runs, loops
 * instead of crossings. Written after segment_anything/automatic_mask_generator.py and
 * utils/amg.py alone; shares nothing with the one that the app uses but the numbers of the contract.
 */
export interface ReferenceMask {
  /** Row-major, one byte a photo pixel. */
  readonly bitmap: Uint8Array;
  /** First and last pixel, as SAM has it. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly predictedIou: number;
  readonly stability: number;
  readonly token: number;
  readonly crop: ImageBox;
}

export interface ReferenceCrop {
  /** Size of the crop within the model's square input. */
  readonly input: Size;
  /** Asked with one point, in pixel indices of the input; logits float32 [4, 256, 256], IoU [4]. */
  ask(x: number, y: number): Promise<{ logits: Float32Array; predictedIou: ArrayLike<number> }>;
}

type Encode = (crop: ImageBox) => Promise<ReferenceCrop>;

export async function referenceEverything(
  photo: Size,
  options: EverythingOptions,
  encode: Encode,
): Promise<ReferenceMask[]> {
  const crops = cropBoxes(photo, options.cropLayers, options.cropOverlap);
  let data: ReferenceMask[] = [];
  for (const { crop, layer } of crops) {
    const ofCrop = await processCrop(photo, crop, layer, options, encode);
    data.push(...ofCrop);
  }
  if (crops.length > 1) {
    const scores = data.map(({ crop }) => 1 / ((crop.x1 - crop.x0) * (crop.y1 - crop.y0)));
    data = nms(data, scores, options.cropBoxOverlap);
  }
  if (options.leastArea === 0) return data;
  return postprocessSmallRegions(data, photo, options);
}

function cropBoxes(photo: Size, layers: number, ratio: number) {
  const crops = [{ crop: { x0: 0, y0: 0, x1: photo.width, y1: photo.height }, layer: 0 }];
  for (let i = 0; i < layers; i++) {
    const n = 2 ** (i + 1);
    const overlap = Math.floor(ratio * Math.min(photo.width, photo.height) * (2 / n));
    const w = Math.ceil((overlap * (n - 1) + photo.width) / n);
    const h = Math.ceil((overlap * (n - 1) + photo.height) / n);
    for (let cx = 0; cx < n; cx++) {
      for (let cy = 0; cy < n; cy++) {
        const [x0, y0] = [(w - overlap) * cx, (h - overlap) * cy];
        const [x1, y1] = [Math.min(x0 + w, photo.width), Math.min(y0 + h, photo.height)];
        crops.push({ crop: { x0, y0, x1, y1 }, layer: i + 1 });
      }
    }
  }
  return crops;
}

async function processCrop(
  photo: Size,
  crop: ImageBox,
  layer: number,
  options: EverythingOptions,
  encode: Encode,
): Promise<ReferenceMask[]> {
  const size = { width: crop.x1 - crop.x0, height: crop.y1 - crop.y0 };
  const image = await encode(crop);
  const n = Math.floor(options.pointsPerSide / options.cropPointsDivisor ** layer);
  const data: ReferenceMask[] = [];
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const x = (1 / (2 * n) + column / n) * image.input.width;
      const y = (1 / (2 * n) + row / n) * image.input.height;
      const { logits, predictedIou } = await image.ask(x, y);
      for (const token of [1, 2, 3]) {
        const plane = 256 * 256;
        const low = logits.slice(token * plane, (token + 1) * plane);
        const answer = {
          token,
          predictedIou: predictedIou[token] as number,
          judged: upsample(low, image.input, size),
          // The app's own step, for a mask as a click gives it.
          shown: upsample(withoutChequer(low, contract.mask.size), image.input, size),
        };
        const good = judge(answer, photo, crop, options);
        if (good) data.push(good);
      }
    }
  }
  const scores = data.map((mask) => mask.predictedIou);
  return nms(data, scores, options.boxOverlap);
}

/** Once, as the app does, where SAM goes by way of 1024 pixels. Bilinear between pixel centres, torch's align_corners=False, over the logits that lie on the image. */
function upsample(logits: Float32Array, input: Size, size: Size): Float32Array {
  const side = contract.mask.size;
  const out = new Float32Array(size.width * size.height);
  const onX = (input.width * side) / contract.image.size;
  const onY = (input.height * side) / contract.image.size;
  const at = (x: number, y: number) => logits[y * side + x] as number;
  for (let j = 0; j < size.height; j++) {
    const y = clamp(((j + 0.5) * onY) / size.height - 0.5, Math.ceil(onY) - 1);
    for (let i = 0; i < size.width; i++) {
      const x = clamp(((i + 0.5) * onX) / size.width - 0.5, Math.ceil(onX) - 1);
      const [x0, y0] = [Math.floor(x), Math.floor(y)];
      const [x1, y1] = [Math.min(x0 + 1, Math.ceil(onX) - 1), Math.min(y0 + 1, Math.ceil(onY) - 1)];
      const top = at(x0, y0) * (1 - (x - x0)) + at(x1, y0) * (x - x0);
      const bottom = at(x0, y1) * (1 - (x - x0)) + at(x1, y1) * (x - x0);
      out[j * size.width + i] = top * (1 - (y - y0)) + bottom * (y - y0);
    }
  }
  return out;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

/** What the model says of a point, at full resolution. */
interface Answer {
  readonly token: number;
  readonly predictedIou: number;
  readonly judged: Float32Array;
  readonly shown: Float32Array;
}

function judge(
  { token, predictedIou, judged, shown }: Answer,
  photo: Size,
  crop: ImageBox,
  options: EverythingOptions,
): ReferenceMask | null {
  if (predictedIou <= options.predictedIou) return null;
  const count = (threshold: number) => judged.filter((value) => value > threshold).length;
  const stability = count(options.stabilityOffset) / count(-options.stabilityOffset);
  if (!(stability >= options.stability)) return null;
  const bitmap = new Uint8Array(photo.width * photo.height);
  const width = crop.x1 - crop.x0;
  shown.forEach((value, i) => {
    const [x, y] = [(i % width) + crop.x0, Math.floor(i / width) + crop.y0];
    if (value > 0) bitmap[y * photo.width + x] = 1;
  });
  const box = boxOf(bitmap, photo);
  const cropSides = [crop.x0, crop.y0, crop.x1, crop.y1];
  const photoSides = [0, 0, photo.width, photo.height];
  const isCut = box.some((side, i) => {
    const near = (edge: number) => Math.abs(side - edge) <= 20;
    return near(cropSides[i] as number) && !near(photoSides[i] as number);
  });
  return isCut ? null : { bitmap, box, predictedIou, stability, token, crop };
}

function boxOf(bitmap: Uint8Array, { width }: Size): [number, number, number, number] {
  let box: [number, number, number, number] | null = null;
  bitmap.forEach((inside, i) => {
    if (!inside) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    const [x0, y0, x1, y1] = box ?? [x, y, x, y];
    box = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  });
  return box ?? [0, 0, 0, 0];
}

/** torchvision's: suppressed is whatever overlaps one that comes before it and is not suppressed. */
function nms<T extends { readonly box: ReferenceMask['box'] }>(
  items: readonly T[],
  scores: readonly number[],
  threshold: number,
): T[] {
  let left = items.map((item, i) => ({ item, score: scores[i] ?? 0 }));
  left.sort((a, b) => b.score - a.score);
  const keep: T[] = [];
  for (let best = left[0]; best; best = left[0]) {
    const { item: kept } = best;
    keep.push(kept);
    left = left.slice(1).filter(({ item }) => !(iou(kept.box, item.box) > threshold));
  }
  return keep;
}

function iou(a: ReferenceMask['box'], b: ReferenceMask['box']): number {
  const area = ([x0, y0, x1, y1]: ReferenceMask['box']) => (x1 - x0) * (y1 - y0);
  const w = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const h = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  return (w * h) / (area(a) + area(b) - w * h);
}

function postprocessSmallRegions(
  data: readonly ReferenceMask[],
  photo: Size,
  options: EverythingOptions,
): ReferenceMask[] {
  const scores: number[] = [];
  const masks = data.map((mask) => {
    const holes = removeSmall(mask.bitmap, photo, options.leastArea, 'holes');
    const islands = removeSmall(holes.bitmap, photo, options.leastArea, 'islands');
    scores.push(holes.changed || islands.changed ? 0 : 1);
    return { ...mask, bitmap: islands.bitmap, box: boxOf(islands.bitmap, photo) };
  });
  return nms(masks, scores, Math.max(options.boxOverlap, options.cropBoxOverlap));
}

function removeSmall(bitmap: Uint8Array, size: Size, least: number, mode: 'holes' | 'islands') {
  const value = mode === 'holes' ? 0 : 1;
  const regions = flood(bitmap, size, value);
  const small = regions.filter(({ length }) => length < least);
  if (small.length === 0) return { bitmap, changed: false };
  const out = bitmap.slice();
  const longest = Math.max(...regions.map(({ length }) => length));
  const spared = small.length === regions.length && mode === 'islands';
  const largest = regions.find(({ length }) => length === longest);
  for (const region of small) {
    if (spared && region === largest) continue;
    for (const i of region) out[i] = 1 - value;
  }
  return { bitmap: out, changed: true };
}

/** Regions of a value, eight neighbours each, by the first of their pixels. */
function flood(bitmap: Uint8Array, { width, height }: Size, value: number): number[][] {
  const seen = new Uint8Array(bitmap.length);
  const regions: number[][] = [];
  for (let start = 0; start < bitmap.length; start++) {
    if (bitmap[start] !== value || seen[start]) continue;
    const region = [start];
    seen[start] = 1;
    for (const i of region) {
      const [x, y] = [i % width, Math.floor(i / width)];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (bitmap[next] !== value || seen[next]) continue;
          seen[next] = 1;
          region.push(next);
        }
      }
    }
    regions.push(region);
  }
  return regions;
}
