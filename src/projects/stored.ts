import type { PackedChange } from '../document/packed.ts';
import type { MaskObject, Proposal } from '../document/types.ts';
import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import { packRuns } from '../mask/packed.ts';
import type { ObjectRecord, ProposalsRecord, StepPartRecord, StepRecord } from './records.ts';

/** Records as the database has them: masks packed, which are nearly all of what is written. Pure. */

export interface StoredMask {
  readonly size: Size;
  readonly packed: Uint8Array;
}

export type Stored<T> = T extends Mask
  ? StoredMask
  : T extends object
    ? { [Key in keyof T]: Stored<T[Key]> }
    : T;

export function storedObjectRecord(record: ObjectRecord): Stored<ObjectRecord> {
  return { ...record, object: withStoredMask(record.object) };
}

export function storedProposalsRecord(record: ProposalsRecord): Stored<ProposalsRecord> {
  return { ...record, proposals: record.proposals.map(withStoredMask) };
}

export function storedStepRecord({ step, ...record }: StepRecord): Stored<StepRecord> {
  return { ...record, step: { ...step, changes: step.changes.map(storedChange) } };
}

export function storedStepPart(record: StepPartRecord): Stored<StepPartRecord> {
  return { ...record, changes: record.changes.map(storedChange) };
}

function storedChange(change: PackedChange): Stored<PackedChange> {
  switch (change.kind) {
    case 'add-object':
    case 'remove-object':
      return { ...change, object: withStoredMask(change.object) };
    case 'packed-object':
      return { ...change, difference: change.difference && storedMask(change.difference) };
    case 'set-proposals': {
      const { before, after } = change;
      return { ...change, before: before.map(withStoredMask), after: after.map(withStoredMask) };
    }
    default:
      return change;
  }
}

function withStoredMask<One extends MaskObject | Proposal>(one: One): Stored<One>;
function withStoredMask(one: MaskObject | Proposal): Stored<MaskObject | Proposal> {
  return { ...one, mask: storedMask(one.mask) };
}

function storedMask({ size, runs }: Mask): StoredMask {
  return { size, packed: packRuns(runs) };
}
