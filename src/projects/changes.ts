import type { HistoryState } from '../document/history-state.ts';
import type { PackedStep } from '../document/packed.ts';
import type { DocumentState, MaskObject, PhotoEntry } from '../document/types.ts';
import type {
  ListRecord,
  ObjectRecord,
  PhotoRecord,
  ProposalsRecord,
  StepPartRecord,
  StepRecord,
} from './records.ts';

/** A document with its history, at one moment. */
export interface Snapshot {
  readonly state: DocumentState;
  readonly history: HistoryState;
}

/** One that is in the database, and the number its oldest step has there. */
export interface SavedSnapshot extends Snapshot {
  readonly firstStep: number;
}

/** The records in which two snapshots differ. */
export interface RecordChanges {
  /** Null: as it was. */
  readonly list: ListRecord | null;
  readonly photos: readonly PhotoRecord[];
  readonly objects: readonly ObjectRecord[];
  readonly goneObjects: readonly [projectId: string, photoId: string, objectId: string][];
  readonly proposals: readonly ProposalsRecord[];
  readonly steps: readonly StepRecord[];
  readonly stepParts: readonly StepPartRecord[];
  readonly goneSteps: readonly [projectId: string, number: number][];
  readonly cursor: number;
}

/**
 * What has to be written for the database to hold `now` instead of `saved`. States are immutable:
 * what is the same object has not changed, so this costs about as much as what did. Pure.
 */
export function changesBetween(
  projectId: string,
  saved: SavedSnapshot,
  now: Snapshot,
): { readonly changes: RecordChanges; readonly saved: SavedSnapshot } {
  const { state: before } = saved;
  const { state: after } = now;
  const entries = new Map(after.photos.map((photo) => [photo.id, photo]));
  const photoIds = changedPhotos(before, after, entries);
  const firstStep = firstNumber(saved, now.history);
  const objects = photoIds.map((photoId) => objectChanges(projectId, photoId, before, after));
  return {
    changes: {
      list:
        before.photos === after.photos
          ? null
          : { projectId, photoIds: after.photos.map(({ id }) => id) },
      photos: photoIds.map((photoId) => photoRecord(projectId, photoId, after, entries)),
      objects: objects.flatMap(({ put }) => put),
      goneObjects: objects.flatMap(({ gone }) => gone),
      proposals: proposalChanges(projectId, before, after),
      ...stepChanges(projectId, saved, now.history, firstStep),
      cursor: firstStep + now.history.done.length,
    },
    saved: { ...now, firstStep },
  };
}

export function photoRecord(
  projectId: string,
  photoId: string,
  state: DocumentState,
  entries: ReadonlyMap<string, PhotoEntry>,
): PhotoRecord {
  const adjustments = state.adjustments[photoId];
  return {
    projectId,
    photoId,
    entry: entries.get(photoId) ?? null,
    objectIds: (state.objects[photoId] ?? []).map(({ id }) => id),
    prompt: state.prompts[photoId] ?? [],
    refined: state.refined[photoId] ?? null,
    tags: state.tags[photoId] ?? [],
    done: state.done[photoId] ?? false,
    review: state.reviews[photoId] ?? null,
    seconds: state.seconds[photoId] ?? 0,
    ...(adjustments ? { adjustments } : {}),
  };
}

const FACTS = [
  'prompts',
  'objects',
  'refined',
  'tags',
  'done',
  'reviews',
  'seconds',
  'adjustments',
] as const;

function changedPhotos(
  before: DocumentState,
  after: DocumentState,
  entries: ReadonlyMap<string, PhotoEntry>,
): readonly string[] {
  const changed = new Set<string>();
  if (before.photos !== after.photos) {
    const old = new Map(before.photos.map((photo) => [photo.id, photo]));
    for (const [id, photo] of entries) if (old.get(id) !== photo) changed.add(id);
    for (const id of old.keys()) if (!entries.has(id)) changed.add(id);
  }
  for (const fact of FACTS) {
    if (before[fact] === after[fact]) continue;
    for (const id of Object.keys(after[fact])) {
      if (before[fact][id] !== after[fact][id]) changed.add(id);
    }
  }
  return [...changed];
}

const NO_OBJECTS: readonly MaskObject[] = [];

function objectChanges(
  projectId: string,
  photoId: string,
  before: DocumentState,
  after: DocumentState,
) {
  const old = before.objects[photoId] ?? NO_OBJECTS;
  const now = after.objects[photoId] ?? NO_OBJECTS;
  if (old === now) return { put: [], gone: [] };
  const [known, kept] = [new Set(old), new Set(now.map(({ id }) => id))];
  const put = now.filter((object) => !known.has(object));
  const gone = old.filter(({ id }) => !kept.has(id));
  return {
    put: put.map((object): ObjectRecord => ({ projectId, photoId, object })),
    gone: gone.map(({ id }): [string, string, string] => [projectId, photoId, id]),
  };
}

/** None left is a record of its own: it takes the place of the one before. */
function proposalChanges(
  projectId: string,
  { proposals: before }: DocumentState,
  { proposals: after }: DocumentState,
): readonly ProposalsRecord[] {
  if (before === after) return [];
  const changed = Object.entries(after).filter(([photoId, now]) => before[photoId] !== now);
  return changed.map(([photoId, proposals]) => ({ projectId, photoId, proposals }));
}

/** All steps, those that are done and then those that would be done again, in the order of their numbers. */
function stepsOf({ done, undone }: HistoryState): readonly PackedStep[] {
  return [...done, ...undone.toReversed()];
}

/** Steps keep their numbers; the oldest may be gone. */
function firstNumber(saved: SavedSnapshot, now: HistoryState): number {
  const steps = stepsOf(saved.history);
  const [oldest] = stepsOf(now);
  const at = oldest ? steps.indexOf(oldest) : 0;
  if (at >= 0) return saved.firstStep + at;
  // None of the old ones is left.
  return saved.firstStep + saved.history.done.length;
}

function stepChanges(
  projectId: string,
  saved: SavedSnapshot,
  history: HistoryState,
  firstStep: number,
): Pick<RecordChanges, 'steps' | 'stepParts' | 'goneSteps'> {
  const [old, now] = [stepsOf(saved.history), stepsOf(history)];
  const oldAt = (number: number) => old[number - saved.firstStep];
  const written = now
    .map((step, i): StepRecord => ({ projectId, number: firstStep + i, step }))
    .filter(({ number, step }) => oldAt(number) !== step);
  const isKept = (number: number) => number >= firstStep && number < firstStep + now.length;
  const goneSteps = old
    .map((_, i): [string, number] => [projectId, saved.firstStep + i])
    .filter(([, number]) => !isKept(number));
  return { steps: written.map(withFirstChanges), stepParts: written.flatMap(partsOf), goneSteps };
}

/** Changes of one record: more would keep a person waiting while the browser copies them. */
const CHANGES_IN_RECORD = 200;

function withFirstChanges(record: StepRecord): StepRecord {
  const { step } = record;
  if (step.changes.length <= CHANGES_IN_RECORD) return record;
  return { ...record, step: { ...step, changes: step.changes.slice(0, CHANGES_IN_RECORD) } };
}

function partsOf({ projectId, number, step: { changes } }: StepRecord): StepPartRecord[] {
  const parts: StepPartRecord[] = [];
  for (let at = CHANGES_IN_RECORD; at < changes.length; at += CHANGES_IN_RECORD) {
    const some = changes.slice(at, at + CHANGES_IN_RECORD);
    parts.push({ projectId, number, part: parts.length + 1, changes: some });
  }
  return parts;
}
