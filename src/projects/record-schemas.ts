import * as v from 'valibot';
import { t } from '../words/words.ts';
import {
  type ListRecord,
  newHead,
  type ObjectRecord,
  type PhotoRecord,
  type ProjectHead,
  type ProposalsRecord,
  RECORDS_VERSION,
  type StepPartRecord,
  type StepRecord,
} from './records.ts';
import {
  adjustments,
  classes,
  count,
  maskObject,
  photoEntry,
  photoFactEntries,
  photoId,
  proposals,
  text,
} from './shapes.ts';
import { packedChanges, packedStep } from './step-shape.ts';

const projectId = v.pipe(v.string(), v.nonEmpty());

export const headSchema: v.GenericSchema<unknown, ProjectHead> = v.strictObject({
  id: projectId,
  name: text,
  version: v.literal(RECORDS_VERSION),
  created: v.number(),
  changed: v.number(),
  turn: count,
  revision: count,
  writer: text,
  classes,
  adjustments: v.exactOptional(adjustments),
  cursor: count,
  photos: count,
  objects: count,
  bytes: count,
  // Not in those of earlier versions.
  done: v.optional(count, 0),
  classId: v.optional(v.nullable(text), null),
  shownId: v.nullable(photoId),
  picture: v.nullable(v.blob()),
  isDeleted: v.boolean(),
});

export const listSchema: v.GenericSchema<unknown, ListRecord> = v.strictObject({
  projectId,
  photoIds: v.array(photoId),
});

export const photoSchema: v.GenericSchema<unknown, PhotoRecord> = v.strictObject({
  projectId,
  photoId,
  entry: v.nullable(photoEntry),
  objectIds: v.array(text),
  ...photoFactEntries,
});

export const objectSchema: v.GenericSchema<unknown, ObjectRecord> = v.strictObject({
  projectId,
  photoId,
  object: maskObject,
});

export const proposalsSchema: v.GenericSchema<unknown, ProposalsRecord> = v.strictObject({
  projectId,
  photoId,
  proposals,
});

export const stepSchema: v.GenericSchema<unknown, StepRecord> = v.strictObject({
  projectId,
  number: count,
  step: packedStep,
});

export const stepPartSchema: v.GenericSchema<unknown, StepPartRecord> = v.strictObject({
  projectId,
  number: count,
  part: count,
  changes: packedChanges,
});

/** What can be made of a project whose own record is broken: its photos and objects are still there. */
export function headFrom(found: unknown): ProjectHead {
  const parsed = v.safeParse(headSchema, found);
  if (parsed.success) return parsed.output;
  const { id, name, turn, revision, writer } = Object(found);
  return {
    ...newHead(typeof name === 'string' ? name : t('projects.recovered'), String(id)),
    turn: Number.isSafeInteger(turn) ? turn : 0,
    revision: Number.isSafeInteger(revision) ? revision : 0,
    writer: String(writer),
  };
}
