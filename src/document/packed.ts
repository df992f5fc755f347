import { maskDifference } from '../mask/difference.ts';
import type { Mask } from '../mask/mask.ts';
import { applyAll } from './apply-all.ts';
import type { HistoryStep } from './change.ts';
import { apply, type Change, invert } from './change.ts';
import type { DocumentState, MaskObject, Proposal } from './types.ts';

/**
 * A step as the history remembers it: of an edited mask only where it changed, as runs. The rest is
 * in the document, which is why a packed step can only be written where it was made, in order.
 */
export interface PackedStep {
  readonly name: string;
  readonly photoId: string | null;
  readonly changes: readonly PackedChange[];
  /** Memory it holds, about. */
  readonly bytes: number;
}

export type PackedChange = Exclude<Change, { kind: 'set-object' }> | PackedObject;
type Bare = Omit<MaskObject, 'mask'>;

interface PackedObject {
  readonly kind: 'packed-object';
  readonly photoId: string;
  readonly before: Bare;
  readonly after: Bare;
  /** Null: the mask stayed as it was. */
  readonly difference: Mask | null;
}

export type Way = 'undo' | 'redo';

/** Names, ids and the objects around them. */
const CHANGE_BYTES = 512;
const PROMPT_STEP_BYTES = 128;

export function packStep({ name, photoId, changes }: HistoryStep): PackedStep {
  const packed = changes.map(packChange);
  return {
    name,
    photoId,
    changes: packed,
    bytes: packed.reduce((sum, change) => sum + bytesOf(change), CHANGE_BYTES),
  };
}

/** Two steps that are undone as one, under the later one's name. */
export function joined(first: PackedStep, { changes, bytes, ...later }: PackedStep): PackedStep {
  return {
    ...later,
    changes: [...first.changes, ...changes],
    bytes: first.bytes + bytes,
  };
}

/** The document after a step was taken back, or done again. Throws when the step was not made there. */
export function writePacked(state: DocumentState, step: PackedStep, way: Way): DocumentState {
  const changes = way === 'undo' ? step.changes.toReversed() : step.changes;
  let current = state;
  let waiting: Change[] = [];
  for (const change of changes) {
    if (change.kind !== 'packed-object') {
      waiting.push(way === 'undo' ? invert(change) : change);
      continue;
    }
    current = applyAll(current, waiting);
    waiting = [];
    current = apply(current, unpack(current, change, way));
  }
  return applyAll(current, waiting);
}

/** The newest steps that fit into the budget together; at least the last one. */
export function withinBudget(steps: readonly PackedStep[], bytes: number): readonly PackedStep[] {
  let left = bytes;
  let first = steps.length - 1;
  for (let i = steps.length - 1; i >= 0; i--) {
    left -= steps[i]?.bytes ?? 0;
    if (left < 0) break;
    first = i;
  }
  return first > 0 ? steps.slice(first) : steps;
}

function packChange(change: Change): PackedChange {
  if (change.kind !== 'set-object') return change;
  const { photoId } = change;
  const { mask: maskBefore, ...before } = change.before;
  const { mask: maskAfter, ...after } = change.after;
  const difference = maskBefore === maskAfter ? null : maskDifference(maskBefore, maskAfter);
  return { kind: 'packed-object', photoId, before, after, difference };
}

function unpack(state: DocumentState, change: PackedObject, way: Way): Change {
  const { photoId, difference } = change;
  const to = way === 'undo' ? change.before : change.after;
  const now = state.objects[photoId]?.find(({ id }) => id === to.id);
  if (!now) throw new Error(`the history knows an object that the document does not: ${to.id}`);
  const mask = difference ? maskDifference(now.mask, difference) : now.mask;
  return { kind: 'set-object', photoId, before: now, after: { ...to, mask } };
}

function bytesOf(change: PackedChange): number {
  switch (change.kind) {
    case 'packed-object':
      return CHANGE_BYTES + (change.difference?.runs.byteLength ?? 0);
    case 'add-object':
    case 'remove-object':
      return CHANGE_BYTES + change.object.mask.runs.byteLength + promptBytes(change.object.prompt);
    case 'set-prompt':
      return CHANGE_BYTES + promptBytes(change.before) + promptBytes(change.after);
    case 'set-proposals':
      return CHANGE_BYTES + proposalBytes(change.before, change.after);
    default:
      return CHANGE_BYTES;
  }
}

/** Those on both sides are held by the document, or by a step before. */
function proposalBytes(before: readonly Proposal[], after: readonly Proposal[]): number {
  const [held, kept] = [new Set(before), new Set(after)];
  const changed = [
    ...before.filter((one) => !kept.has(one)),
    ...after.filter((one) => !held.has(one)),
  ];
  return changed.reduce((sum, { mask }) => sum + mask.runs.byteLength + CHANGE_BYTES, 0);
}

function promptBytes({ length }: { readonly length: number }): number {
  return length * PROMPT_STEP_BYTES;
}
