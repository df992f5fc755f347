import * as v from 'valibot';
import { parse } from 'yaml';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { partition } from '../group-by.ts';
import { baseName } from '../photos/file-names.ts';
import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { maskFromBox, maskFromPolygons } from '../shapes/polygon-masks.ts';
import { expectShape } from '../text/json.ts';
import { isYoloLine, type KeypointShape, readLines, splitLines, type YoloLine } from './lines.ts';

const DataYaml = v.object({
  names: v.optional(v.union([v.array(v.string()), v.record(v.string(), v.string())])),
});
const PoseYaml = v.object({
  kpt_shape: v.looseTuple([
    v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    v.pipe(v.string(), v.toNumber(), v.picklist([2, 3])),
  ]),
});

/** What a data set says of all its labels. */
export interface YoloSet {
  /** By class number. */
  readonly names: readonly string[] | null;
  /** What the lines hold behind the box; null: nothing, or it is not said. */
  readonly keypoints: KeypointShape | null;
}

/** From data.yaml. */
export function yoloSet(text: string): YoloSet {
  const yaml = parseYaml(text);
  const list = expectShape(DataYaml, yaml).names;
  const names: string[] = [];
  for (const [number, name] of Object.entries(list ?? {})) {
    const index = Number(number);
    if (Number.isInteger(index) && index >= 0 && index < 100_000) names[index] = name;
  }
  const pose = v.safeParse(PoseYaml, yaml);
  const [count, values] = pose.success ? pose.output.kpt_shape : [0, 2 as const];
  return {
    names: list ? Array.from(names, (name, i) => name ?? unnamed(i)) : null,
    keypoints: pose.success ? { count, values } : null,
  };
}

/** Labels of one photo, whose name is the file's but for the ending: boxes or polygons, a line an object. */
export function readYolo(file: string, text: string, set: YoloSet, reading: Reading): void {
  const photo = reading.findPhoto(file, baseName(file).replace(/\.txt$/i, ''), null);
  if (!photo) return;
  const [sound, broken] = partition(splitLines(text), isYoloLine);
  for (const _ of broken) reading.skip(file, { kind: 'broken-line' });
  for (const line of readLines(sound, set.keypoints)) {
    reading.attempt(file, () => addLine(file, line, photo, set.names, reading));
  }
}

/** Whether this is what YOLO labels look like: most lines are a class number and shares of the photo. */
export function looksLikeYolo(text: string): boolean {
  const lines = splitLines(text.slice(0, LOOKED_AT));
  return lines.filter(isYoloLine).length >= lines.length / 2;
}

/** Characters. */
const LOOKED_AT = 100_000;

function addLine(
  file: string,
  { classNumber, shape, score, trackId, hasKeypoints }: YoloLine,
  photo: FoundPhoto,
  names: readonly string[] | null,
  reading: Reading,
): void {
  const className = names ? names[classNumber] : unnamed(classNumber);
  if (className === undefined) throw new FormatError({ kind: 'unknown-class' });
  if (!shape.every((share) => share >= -0.5 && share <= 1.5)) {
    throw new FormatError({ kind: 'unexpected', at: 'coordinates from 0 to 1' });
  }
  reading.addObject(photo, {
    className,
    mask: maskOf(shape, photo.size),
    isBox: shape.length === 4,
    score: score !== null && score >= 0 && score <= 1 ? score : null,
    attributes: trackId === null ? [] : [['track_id', trackId]],
  });
  if (hasKeypoints) reading.note(file, { kind: 'keypoints' });
}

function maskOf(shares: readonly number[], { width, height }: Size): Mask {
  const at = shares.map((share, i) => share * (i % 2 === 0 ? width : height));
  if (at.length !== 4) return maskFromPolygons([at], { width, height });
  const [x = 0, y = 0, w = 0, h = 0] = at;
  const box = { x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 };
  return maskFromBox(box, { width, height });
}

/** Values as they are written: "007" is no number, and "no" no answer. */
function parseYaml(text: string): unknown {
  try {
    // Aliases are counted, so a few lines can't stand for a billion names.
    return parse(text, { maxAliasCount: 100, logLevel: 'error', schema: 'failsafe' });
  } catch {
    throw new FormatError({ kind: 'broken', as: 'YAML' });
  }
}

function unnamed(number: number): string {
  return `class ${number}`;
}
