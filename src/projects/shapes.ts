import * as v from 'valibot';
import { type Adjustments, AMOUNTS, type Amount, RANGES } from '../adjust/adjustments.ts';
import type { ObjectClass } from '../document/classes.ts';
import { REVIEW_STATES, type Review } from '../document/review.ts';
import type { MaskObject, PhotoEntry, Proposal } from '../document/types.ts';
import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import { unpackRuns } from '../mask/packed.ts';
import { MAX_MEGAPIXELS, PHOTO_FORMATS } from '../photo/protocol.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { recordOf } from '../typed/records.ts';

/** What the parts of a document look like wherever they come from: the database, or a project file. */
export const text = v.string();
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

/** Photos are called by it in plain objects, and files in zips. */
export const photoId = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,128}$/, 'not a fingerprint'));

const cocoId = v.union([v.pipe(v.number(), v.safeInteger()), text]);

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const size: v.GenericSchema<unknown, Size> = v.pipe(
  v.strictObject({ width: side, height: side }),
  v.check(({ width, height }) => width * height <= MAX_MEGAPIXELS * 1e6, 'larger than photos are'),
);

export const photoEntry: v.GenericSchema<unknown, PhotoEntry> = v.strictObject({
  id: photoId,
  name: text,
  folder: text,
  size,
  format: v.picklist(PHOTO_FORMATS),
  bytes: count,
  cocoId: v.exactOptional(cocoId),
});

const place = v.strictObject({ x: v.number(), y: v.number() });
const stepEntries = {
  candidate: v.nullable(v.number()),
  zoom: v.exactOptional(v.literal(true)),
  asIs: v.exactOptional(v.literal(true)),
} as const;

const prompt: v.GenericSchema<unknown, Prompt> = v.array(
  v.variant('kind', [
    v.strictObject({
      kind: v.literal('point'),
      at: place,
      label: v.picklist(['include', 'exclude']),
      ...stepEntries,
    }),
    v.strictObject({
      kind: v.literal('box'),
      box: v.strictObject({ x0: v.number(), y0: v.number(), x1: v.number(), y1: v.number() }),
      ...stepEntries,
    }),
  ]),
);

const storedMask = v.union([
  v.strictObject({ size, packed: v.instance(Uint8Array) }),
  v.pipe(
    v.strictObject({ size, runs: v.instance(Uint32Array) }),
    v.check((found) => fillsPicture(found), 'the runs do not fill the picture'),
  ),
]);

/** Packed, or as it was kept before. Runs that don't fill the picture would break whatever walks over them. */
export const mask: v.GenericSchema<unknown, Mask> = v.pipe(
  storedMask,
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    if (!('packed' in value)) return value;
    const { width, height } = value.size;
    try {
      return { size: value.size, runs: unpackRuns(value.packed, width * height) };
    } catch (error) {
      addIssue({ message: String(error) });
      return NEVER;
    }
  }),
);

function fillsPicture({ size: { width, height }, runs }: Mask): boolean {
  let pixels = 0;
  for (const run of runs) pixels += run;
  return pixels === width * height;
}

const model = v.picklist(['robust', 'plain']);

export const proposals: v.GenericSchema<unknown, readonly Proposal[]> = v.array(
  v.strictObject({
    id,
    mask,
    predictedIou: v.number(),
    stability: v.number(),
    model,
    prompt,
  }),
);

const review: v.GenericSchema<unknown, Review> = v.strictObject({
  state: v.picklist(REVIEW_STATES),
  comment: text,
  by: text,
  when: v.number(),
});

const answer = v.union([v.string(), v.number(), v.boolean()]);

/** All of an object but its mask. */
export const bareEntries = {
  id,
  name: text,
  color: count,
  classId: v.nullable(id),
  /** What a model says may be no number at all. */
  predictedIou: v.nullable(v.union([v.number(), v.nan()])),
  agreement: v.exactOptional(v.number()),
  model: v.nullable(model),
  prompt,
  isHidden: v.boolean(),
  isLocked: v.boolean(),
  note: text,
  attributes: v.array(v.pipe(v.tuple([text, answer]), v.readonly())),
  review: v.exactOptional(review),
  cocoId: v.exactOptional(cocoId),
} as const;

export const bareObject: v.GenericSchema<unknown, Omit<MaskObject, 'mask'>> = v.strictObject(
  bareEntries,
);
export const maskObject: v.GenericSchema<unknown, MaskObject> = v.strictObject({
  ...bareEntries,
  mask,
});

export const classes: v.GenericSchema<unknown, readonly ObjectClass[]> = v.array(
  v.strictObject({
    id,
    name: text,
    color: v.pipe(v.string(), v.hexColor()),
    attributes: v.array(
      v.strictObject({
        name: text,
        kind: v.picklist(['text', 'choice', 'yes-no']),
        choices: v.array(text),
      }),
    ),
    coco: v.exactOptional(v.strictObject({ id: cocoId, supercategory: text })),
  }),
);

const amount = (name: Amount) =>
  v.pipe(v.number(), v.minValue(RANGES[name].least), v.maxValue(RANGES[name].most));

export const adjustments: v.GenericSchema<unknown, Adjustments> = v.strictObject({
  ...recordOf(AMOUNTS, amount),
  inverts: v.boolean(),
});

/** What is kept for a photo besides its entry and its objects. */
export const photoFactEntries = {
  prompt,
  refined: v.nullable(id),
  tags: v.array(text),
  done: v.boolean(),
  // Not in those of earlier versions.
  review: v.optional(v.nullable(review), null),
  seconds: v.pipe(v.number(), v.minValue(0)),
  /** Missing: the photo is shown as it is. */
  adjustments: v.exactOptional(adjustments),
} as const;
