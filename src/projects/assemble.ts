import * as v from 'valibot';
import { EMPTY_HISTORY, type HistoryState } from '../document/history-state.ts';
import { type DocumentState, EMPTY_DOCUMENT, type MaskObject } from '../document/types.ts';
import { groupBy } from '../formats/group-by.ts';
import type { SavedSnapshot } from './changes.ts';
import type { BrokenRecord, FoundRecords } from './found.ts';
import {
  headFrom,
  headSchema,
  listSchema,
  objectSchema,
  photoSchema,
  proposalsSchema,
  stepPartSchema,
  stepSchema,
} from './record-schemas.ts';
import type {
  ListRecord,
  ObjectRecord,
  PhotoRecord,
  ProjectHead,
  StepPartRecord,
  StepRecord,
} from './records.ts';

export interface AssembledProject {
  readonly head: ProjectHead;
  readonly snapshot: SavedSnapshot;
  readonly broken: readonly BrokenRecord[];
}

/** A project that is made of its records, as they come. */
interface Assembly {
  /** Records of one store, in the order of their keys. */
  take(store: keyof FoundRecords, values: readonly unknown[]): void;
  finish(): AssembledProject;
}

const SCHEMAS = {
  projects: headSchema,
  lists: listSchema,
  photos: photoSchema,
  objects: objectSchema,
  proposals: proposalsSchema,
  history: stepSchema,
  stepParts: stepPartSchema,
} as const;

type Sound = { -readonly [Name in keyof FoundRecords]: v.InferOutput<(typeof SCHEMAS)[Name]>[] };

/**
 * Makes a document of its records. A record that can't be understood spoils only itself; the history
 * is left out then, since its steps fit nothing but the document they were made in. Pure.
 */
export function createAssembly(): Assembly {
  const broken: BrokenRecord[] = [];
  const sound: Sound = {
    ...{ projects: [], lists: [], photos: [], objects: [], proposals: [] },
    ...{ history: [], stepParts: [] },
  };
  function take<Name extends keyof FoundRecords>(store: Name, values: readonly unknown[]): void {
    for (const value of values) {
      const result = v.safeParse(SCHEMAS[store], value, { abortEarly: true });
      if (result.success) {
        // The compiler can't know that a store's schema gives records of that store.
        (sound[store] as unknown[]).push(result.output);
        continue;
      }
      const [issue] = result.issues;
      broken.push({ store, value, problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}` });
    }
  }
  return { take, finish: () => projectFrom(sound, broken) };
}

function projectFrom(sound: Sound, broken: readonly BrokenRecord[]): AssembledProject {
  const lostHead = broken.find(({ store }) => store === 'projects');
  const [head = headFrom(lostHead?.value)] = sound.projects;
  const steps = withParts(sound.history, sound.stepParts);
  const state = {
    ...documentFrom(head, sound.lists[0], sound.photos, sound.objects),
    proposals: Object.fromEntries(sound.proposals.map((one) => [one.photoId, one.proposals])),
  };
  const isWhole = broken.length === 0 && followOn(steps);
  const snapshot = {
    state,
    history: isWhole ? historyFrom(head, steps) : EMPTY_HISTORY,
    firstStep: isWhole ? (steps[0]?.number ?? head.cursor) : 0,
  };
  return { head, snapshot, broken };
}

function documentFrom(
  { classes, adjustments: shared }: ProjectHead,
  list: ListRecord | undefined,
  photos: readonly PhotoRecord[],
  objects: readonly ObjectRecord[],
): DocumentState {
  const entries = new Map(photos.flatMap(({ entry }) => (entry ? [[entry.id, entry]] : [])));
  const ids = list?.photoIds ?? [];
  // One that a lost list does not name comes at the end.
  const unlisted = list ? [] : entries.keys();
  const factsOf = <T>(fact: (photo: PhotoRecord) => T | null): Record<string, T> =>
    Object.fromEntries(
      photos.flatMap((photo) => {
        const value = fact(photo);
        return value === null ? [] : [[photo.photoId, value]];
      }),
    );
  return {
    ...EMPTY_DOCUMENT,
    photos: [...ids, ...unlisted].flatMap((id) => entries.get(id) ?? []),
    classes,
    objects: objectsByPhoto(photos, objects),
    prompts: factsOf(({ prompt }) => (prompt.length > 0 ? prompt : null)),
    refined: factsOf(({ refined }) => refined),
    tags: factsOf(({ tags }) => (tags.length > 0 ? tags : null)),
    done: factsOf(({ done }) => done || null),
    reviews: factsOf(({ review }) => review),
    seconds: factsOf(({ seconds }) => seconds || null),
    adjustments: factsOf(({ adjustments }) => adjustments ?? null),
    sharedAdjustments: shared ?? null,
  };
}

/** In the photo's order; those that it doesn't name, because its record is lost, come last. */
function objectsByPhoto(
  photos: readonly PhotoRecord[],
  records: readonly ObjectRecord[],
): Record<string, readonly MaskObject[]> {
  const byPhoto: Record<string, MaskObject[]> = {};
  for (const { photoId, object } of records) {
    byPhoto[photoId] ??= [];
    byPhoto[photoId].push(object);
  }
  for (const { photoId, objectIds } of photos) {
    const places = new Map(objectIds.map((id, i) => [id, i]));
    const placeOf = ({ id }: MaskObject) => places.get(id) ?? places.size;
    byPhoto[photoId]?.sort((a, b) => placeOf(a) - placeOf(b));
  }
  return byPhoto;
}

function followOn(steps: readonly StepRecord[]): boolean {
  return steps.every(({ number }, i) => number === (steps[0]?.number ?? 0) + i);
}

/** Parts come in order, by step. */
function withParts(
  steps: readonly StepRecord[],
  parts: readonly StepPartRecord[],
): readonly StepRecord[] {
  const byStep = groupBy(parts, ({ number }) => number);
  return steps.map((record) => {
    const more = byStep.get(record.number);
    if (!more) return record;
    const changes = [...record.step.changes, ...more.flatMap((part) => part.changes)];
    return { ...record, step: { ...record.step, changes } };
  });
}

function historyFrom({ cursor }: ProjectHead, steps: readonly StepRecord[]): HistoryState {
  const done = steps.filter(({ number }) => number < cursor).map(({ step }) => step);
  const undone = steps.filter(({ number }) => number >= cursor).map(({ step }) => step);
  return { done, undone: undone.toReversed() };
}
