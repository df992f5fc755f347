import * as v from 'valibot';
import type { PackedChange, PackedStep } from '../document/packed.ts';
import {
  adjustments,
  bareObject,
  classes,
  count,
  mask,
  maskObject,
  photoEntry,
  photoFactEntries,
  photoId,
  proposals,
  text,
} from './shapes.ts';

const placed = v.array(v.strictObject({ photo: photoEntry, index: count }));

function setting<Kind extends string, Value extends v.GenericSchema>(kind: Kind, value: Value) {
  return v.strictObject({ kind: v.literal(kind), photoId, before: value, after: value });
}

function objectChange<Kind extends string>(kind: Kind) {
  return v.strictObject({ kind: v.literal(kind), photoId, object: maskObject, index: count });
}

const { prompt, refined, tags, done, review, seconds } = photoFactEntries;

const change: v.GenericSchema<unknown, PackedChange> = v.variant('kind', [
  v.strictObject({ kind: v.literal('add-photos'), placed }),
  v.strictObject({ kind: v.literal('remove-photos'), placed }),
  setting('set-photo', photoEntry),
  setting('set-prompt', prompt),
  setting('set-refined', refined),
  objectChange('add-object'),
  objectChange('remove-object'),
  setting('order-objects', v.array(text)),
  setting('set-proposals', proposals),
  setting('set-tags', tags),
  setting('set-done', done),
  setting('set-review', review),
  setting('set-seconds', seconds),
  setting('set-adjustments', v.nullable(adjustments)),
  v.strictObject({
    kind: v.literal('set-shared-adjustments'),
    before: v.nullable(adjustments),
    after: v.nullable(adjustments),
  }),
  v.strictObject({ kind: v.literal('set-classes'), before: classes, after: classes }),
  v.strictObject({
    kind: v.literal('packed-object'),
    photoId,
    before: bareObject,
    after: bareObject,
    difference: v.nullable(mask),
  }),
]);

export const packedChanges: v.GenericSchema<unknown, readonly PackedChange[]> = v.array(change);

/** One step of the history as the database has it. */
export const packedStep: v.GenericSchema<unknown, PackedStep> = v.strictObject({
  name: text,
  photoId: v.nullable(photoId),
  changes: packedChanges,
  bytes: count,
});
