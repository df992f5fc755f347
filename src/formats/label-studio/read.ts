import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { ReviewFields } from '../reviews.ts';
import { ringFrom } from '../shapes/points.ts';
import { maskFromPolygons } from '../shapes/polygon-masks.ts';
import { ellipseRing, turnRing } from '../shapes/rings.ts';
import { expectShape, LooseNumber, Name, optional, sizeFrom } from '../text/json.ts';
import { fullTask, isMinimalTask } from './minimal.ts';
import { photoNames } from './photo-names.ts';
import { maskFromBrush } from './unpack.ts';

const Region = v.object({
  id: optional(Name),
  type: v.string(),
  original_width: v.optional(v.unknown()),
  original_height: v.optional(v.unknown()),
  value: v.record(v.string(), v.unknown()),
  score: optional(LooseNumber),
  meta: optional(
    v.object({
      text: v.optional(v.union([v.string(), v.array(v.string())]), []),
      review: ReviewFields,
    }),
  ),
});
type Region = v.InferOutput<typeof Region>;

const Annotation = v.object({
  result: v.fallback(v.array(v.unknown()), []),
  was_cancelled: optional(v.boolean()),
  ground_truth: optional(v.boolean()),
});

const Task = v.object({
  data: v.record(v.string(), v.unknown()),
  meta: v.fallback(v.optional(v.object({ review: ReviewFields })), undefined),
  annotations: v.nullish(v.array(Annotation), []),
  /** As older versions call them. */
  completions: v.nullish(v.array(Annotation), []),
  predictions: v.nullish(v.array(Annotation), []),
});

export function isLabelStudio(json: unknown): boolean {
  const first: unknown = Array.isArray(json) ? json[0] : json;
  return isMinimalTask(first) || v.is(v.object({ data: v.record(v.string(), v.unknown()) }), first);
}

/** Label Studio's tasks, in full or as JSON-MIN: polygons, rectangles, ellipses, brushes, and choices as tags. */
export function readLabelStudio(file: string, json: unknown, reading: Reading): void {
  for (const [i, item] of (Array.isArray(json) ? json : [json]).entries()) {
    const task: unknown = isMinimalTask(item) ? fullTask(item) : item;
    reading.attempt(file, () => readTask(file, expectShape(Task, task, `${i}`), reading));
  }
}

function readTask(file: string, task: v.InferOutput<typeof Task>, reading: Reading): void {
  const all = [...task.annotations, ...task.completions].filter((each) => !each.was_cancelled);
  // One of several people's work is taken: what was checked, else the first.
  const { result } = all.find((each) => each.ground_truth) ??
    all[0] ??
    task.predictions[0] ?? { result: [] };
  const regions: Region[] = [];
  for (const [i, item] of result.entries()) {
    // Relations between regions have no value.
    if (v.is(v.object({ value: v.unknown() }), item)) {
      reading.attempt(file, () => regions.push(expectShape(Region, item, `result.${i}`)));
    }
  }
  const sized = regions.find((region) => sizeOf(region));
  const [name = '', ...others] = photoNames(task.data);
  const photo = reading.findPhoto(file, name, sized ? sizeOf(sized) : null, others);
  if (!photo) return;
  reading.setReview(photo, task.meta?.review);
  for (const region of regions) {
    reading.attempt(file, () => addRegion(file, region, regions, photo, reading));
  }
}

function sizeOf({ original_width, original_height }: Region): Size | null {
  return sizeFrom(original_width, original_height);
}

function addRegion(
  file: string,
  region: Region,
  all: readonly Region[],
  photo: FoundPhoto,
  reading: Reading,
): void {
  const kind = region.type.replace(/labels$/, '');
  // The label of a region that was drawn without one comes as a result of its own.
  if (kind === '') return;
  const { value, id, score, meta } = region;
  if (kind === 'choices') {
    const isOfRegion = all.some(
      (other) => other !== region && other.id !== null && other.id === id,
    );
    if (!isOfRegion) for (const tag of textsFrom(value.choices)) reading.addTag(photo, tag);
    return;
  }
  if (kind === 'keypoint') {
    reading.note(file, { kind: 'keypoints' });
    return;
  }
  const own = textsFrom(value[region.type] ?? value.labels);
  const apart = all.find((other) => other.type === 'labels' && other.id === id);
  const [className] = own.length > 0 ? own : textsFrom(apart?.value.labels);
  const mask = maskOf(kind, value, photo.size);
  if (className === undefined) throw new FormatError({ kind: 'unknown-class' });
  reading.addObject(photo, {
    className,
    mask,
    isBox: kind === 'rectangle',
    score,
    note: [meta?.text ?? []].flat().join('\n'),
    review: meta?.review,
  });
}

function textsFrom(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.filter((item) => v.is(Name, item)).map(String);
}

/** All lengths are percent of the photo; a rectangle turns about its first corner. */
function maskOf(kind: string, value: Record<string, unknown>, size: Size): Mask {
  const number = (key: string) => expectShape(LooseNumber, value[key], `value.${key}`);
  const [scaleX, scaleY] = [size.width / 100, size.height / 100];
  const rotation = value.rotation === undefined ? 0 : number('rotation');
  switch (kind) {
    case 'polygon': {
      const ring = ringFrom(value.points).map((at, i) => at * (i % 2 === 0 ? scaleX : scaleY));
      return maskFromPolygons([ring], size);
    }
    case 'rectangle': {
      const [x, y] = [number('x') * scaleX, number('y') * scaleY];
      const [right, bottom] = [x + number('width') * scaleX, y + number('height') * scaleY];
      const ring = [x, y, right, y, right, bottom, x, bottom];
      return maskFromPolygons([turnRing(ring, { x, y }, rotation)], size);
    }
    case 'ellipse': {
      const centre = { x: number('x') * scaleX, y: number('y') * scaleY };
      const ring = ellipseRing(centre, number('radiusX') * scaleX, number('radiusY') * scaleY);
      return maskFromPolygons([turnRing(ring, centre, rotation)], size);
    }
    case 'brush':
      if (!Array.isArray(value.rle)) throw new FormatError({ kind: 'bad-counts' });
      return maskFromBrush(value.rle, size);
    default:
      throw new FormatError({ kind: 'unknown-shape', shape: kind });
  }
}
