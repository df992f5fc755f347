import * as v from 'valibot';
import type { Adjustments } from '../../adjust/adjustments.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { Review } from '../../document/review.ts';
import type { MaskObject, PhotoEntry } from '../../document/types.ts';
import {
  cocoCounts,
  compressCounts,
  expandCounts,
  maskFromCocoCounts,
} from '../../formats/coco/rle.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import {
  adjustments,
  bareEntries,
  classes,
  photoEntry,
  photoFactEntries,
  size,
  text,
} from '../shapes.ts';
import { migrated } from './migrate.ts';

/**
 * A project in one zip: `project.json` with what belongs to the project and to its photos,
 * `labels/<photo id>.json` with the objects of each, and, where they were wanted, the photos.
 * src/projects/README.md says it field by field.
 */
const FORMAT = 'robustsam-annotator-project';
const FILE_VERSION = 2;
export const HEAD_PATH = 'project.json';

/** What a project file says about a project as a whole. */
export interface FileHead {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly classes: readonly ObjectClass[];
  /** How all photos are shown; missing: each as its own adjustments say. */
  readonly adjustments?: Adjustments;
}

/** What belongs to one photo but its objects and its file. */
export interface FilePhotoFacts {
  readonly entry: PhotoEntry;
  readonly prompt: Prompt;
  readonly refined: string | null;
  readonly tags: readonly string[];
  readonly done: boolean;
  readonly review: Review | null;
  readonly seconds: number;
  readonly adjustments?: Adjustments;
}

export interface FilePhoto extends FilePhotoFacts {
  readonly objects: readonly MaskObject[];
  /** Null: it was left out, or was not at hand. */
  readonly file: Blob | null;
}

export interface ListedPhoto extends FilePhotoFacts {
  /** Path in the zip; null: the photo is not in it. */
  readonly file: string | null;
}

const listedPhoto: v.GenericSchema<unknown, ListedPhoto> = v.strictObject({
  entry: photoEntry,
  ...photoFactEntries,
  file: v.nullable(text),
});

const headSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(FILE_VERSION),
  name: text,
  created: v.number(),
  classes,
  adjustments: v.exactOptional(adjustments),
  photos: v.pipe(v.array(listedPhoto), v.check(haveOwnIds, 'two photos have the same id')),
});

export type ProjectJson = v.InferOutput<typeof headSchema>;

function haveOwnIds(photos: ListedPhoto[]): boolean {
  return new Set(photos.map(({ entry }) => entry.id)).size === photos.length;
}

export type ParsedHead =
  | { readonly ok: true; readonly json: ProjectJson }
  | { readonly ok: false; readonly problem: FileProblem };

export type FileProblem =
  | { readonly kind: 'no-project' }
  | { readonly kind: 'newer'; readonly version: number }
  /** `detail` says what, and where. */
  | { readonly kind: 'broken'; readonly detail: string };

export function parseHead(json: unknown): ParsedHead {
  const { format, version } = Object(json);
  if (format !== FORMAT || !Number.isInteger(version)) {
    return { ok: false, problem: { kind: 'no-project' } };
  }
  if (version > FILE_VERSION) return { ok: false, problem: { kind: 'newer', version } };
  const parsed = v.safeParse(headSchema, migrated(Object(json), FILE_VERSION), {
    abortEarly: true,
  });
  if (parsed.success) return { ok: true, json: parsed.output };
  const [issue] = parsed.issues;
  const detail = `${HEAD_PATH}, ${v.getDotPath(issue) ?? ''}: ${issue.message}`;
  return { ok: false, problem: { kind: 'broken', detail } };
}

export function headJson(head: FileHead, photos: readonly ListedPhoto[]): string {
  const json: ProjectJson = { format: FORMAT, version: FILE_VERSION, ...head, photos: [...photos] };
  return JSON.stringify(json, null, 1);
}

export function labelsPath({ id }: PhotoEntry): string {
  return `labels/${id}.json`;
}

/** As COCO's compressed RLE, which pycocotools reads: column-major, `size` is height and width. */
export function labelsJson(objects: readonly MaskObject[]): string {
  const labels = objects.map(({ mask, ...object }) => ({
    ...object,
    rle: {
      size: [mask.size.height, mask.size.width],
      counts: compressCounts(cocoCounts(mask)),
    },
  }));
  return JSON.stringify({ objects: labels });
}

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const labelSchema = v.strictObject({
  ...bareEntries,
  rle: v.strictObject({ size: v.tuple([side, side]), counts: text }),
});

/** The objects that are sound, and how many are not. Masks that don't fit the photo are not. */
export function parseLabels(
  json: unknown,
  photoSize: Size,
): { readonly objects: readonly MaskObject[]; readonly broken: number } {
  const { objects } = Object(json);
  if (!Array.isArray(objects)) return { objects: [], broken: 1 };
  const read = objects.map((object) => objectFrom(object, photoSize));
  const sound = new Map(read.flatMap((object) => (object ? [[object.id, object]] : [])));
  return { objects: [...sound.values()], broken: objects.length - sound.size };
}

function objectFrom(json: unknown, photoSize: Size): MaskObject | null {
  const parsed = v.safeParse(labelSchema, json);
  if (!parsed.success) return null;
  const { rle, ...object } = parsed.output;
  const [height, width] = rle.size;
  if (!v.is(size, { width, height })) return null;
  if (width !== photoSize.width || height !== photoSize.height) return null;
  try {
    return { ...object, mask: maskFromCocoCounts(expandCounts(rle.counts), photoSize) };
  } catch {
    return null;
  }
}
