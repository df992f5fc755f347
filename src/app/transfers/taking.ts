import type { Change } from '../../document/change.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { DocumentState, MaskObject, PhotoEntry } from '../../document/types.ts';
import { hexColor } from '../../formats/classes/colors.ts';
import { UNNAMED_CLASS } from '../../formats/dataset.ts';
import { groupBy } from '../../formats/group-by.ts';
import type { ImportResult } from '../../formats/protocol.ts';
import type { ReadClass, ReadObject, ReadPhoto } from '../../formats/reading/result.ts';
import { classesChange, withClasses } from '../classes/class-list.ts';
import { newObject } from '../objects/new-object.ts';
import { nextColor } from '../objects/object-colors.ts';
import { nextTask } from '../photos/next-task.ts';
import { photoReviewChanges } from '../review/photo-review.ts';
import { objectsOf } from '../state/questions.ts';
import { type FitChoice, fitted, type Misfits } from './fitting.ts';
import type { ImportSummary, OnConflict } from './transfers.ts';

/** The photos with what is taken of their labels, as it fits them. */
export function fittedPhotos(
  { photos, known }: ImportResult,
  misfits: Misfits,
  fit: FitChoice,
): readonly ReadPhoto[] {
  return photos.flatMap((read) => {
    const size = known[read.photo]?.size;
    return (size && fitted(read, size, misfits, fit)) ?? [];
  });
}

/** What was read and may be taken. */
interface ReadLabels {
  readonly photos: readonly ReadPhoto[];
  readonly classes: readonly ReadClass[];
  /** Ids of open photos, by known photo. */
  readonly ids: ReadonlyMap<number, string>;
}

/**
 * What was read, as changes of the document as it is at the end; empty when nothing of it is taken. Thousands of
 * objects are made in several tasks, between which the page answers.
 */
export async function changesToTake(
  now: () => DocumentState,
  labels: ReadLabels,
  onConflict: OnConflict,
): Promise<readonly Change[]> {
  for (;;) {
    const state = now();
    const changes = await changesOf(state, labels, onConflict);
    const after = now();
    const isSame = SUBJECT.every((part) => state[part] === after[part]);
    if (isSame) return changes;
  }
}

/** What the changes depend on. */
const SUBJECT = ['photos', 'objects', 'classes', 'tags', 'done', 'reviews'] as const;
/** A task. */
const MILLISECONDS = 30;

async function changesOf(
  state: DocumentState,
  { photos, classes: read, ids }: ReadLabels,
  onConflict: OnConflict,
): Promise<readonly Change[]> {
  const classes = classesWith(state.classes, read);
  const entries = new Map(state.photos.map((entry) => [entry.id, entry]));
  const byId = labelsById(photos, ids);
  const cocoIds = byId.flatMap(([id, labels]) => cocoIdChange(entries.get(id), labels));
  const made: Change[][] = [];
  let since = performance.now();
  for (const [id, labels] of byId) {
    made.push(changesFor(state, id, labels, onConflict, classes));
    if (performance.now() - since < MILLISECONDS) continue;
    await nextTask();
    since = performance.now();
  }
  const changes = [...cocoIds, ...made.flat()];
  return changes.length > 0 ? [...classesChange(state, classes), ...changes] : [];
}

/** What was read, before any of it is taken. */
export function summaryOf(
  result: ImportResult,
  { objects }: DocumentState,
  openIds: readonly string[],
): Omit<ImportSummary, 'misfits'> {
  const named = [...new Set(result.photos.map(({ photo }) => photo))];
  const labelled = new Set(result.photos.filter(saysMore).map(({ photo }) => photo));
  const matched = named.filter((photo) => photo < openIds.length && labelled.has(photo));
  return {
    result,
    objects: result.photos.reduce((sum, photo) => sum + photo.objects.length, 0),
    matched: matched.length,
    brought: named.filter((photo) => photo >= openIds.length).length,
    conflicts: matched.filter((photo) => objectsOf({ objects }, openIds[photo]).length > 0).length,
  };
}

type PhotoLabels = Pick<ReadPhoto, 'objects' | 'tags' | 'review' | 'cocoId'>;

/** A picture that lies in a data set twice is one photo here, with the labels of both. */
function labelsById(
  photos: readonly ReadPhoto[],
  ids: ReadonlyMap<number, string>,
): [photoId: string, labels: PhotoLabels][] {
  const byId = groupBy(photos, ({ photo }) => ids.get(photo) ?? '');
  byId.delete('');
  return [...byId].map(([id, all]) => {
    const objects = all.flatMap((read) => read.objects);
    const cocoId = all.find((read) => read.cocoId !== undefined)?.cocoId;
    const tags = all.flatMap((read) => read.tags);
    const review = all.find((read) => read.review !== undefined)?.review;
    const said = {
      ...(cocoId === undefined ? {} : { cocoId }),
      ...(review === undefined ? {} : { review }),
    };
    return [id, { objects, tags, ...said }];
  });
}

/** Than what the photo is called. */
function saysMore(labels: PhotoLabels): boolean {
  return isLabelled(labels) || labels.review !== undefined;
}

function isLabelled({ objects, tags }: PhotoLabels): boolean {
  return objects.length + tags.length > 0;
}

function changesFor(
  state: DocumentState,
  photoId: string,
  read: PhotoLabels,
  onConflict: OnConflict,
  classes: readonly ObjectClass[],
): Change[] {
  const { tags, reviews } = state;
  const kept = objectsOf(state, photoId);
  if (kept.length > 0 && onConflict === 'leave') return [];
  // Locked objects stay, whatever comes.
  const isReplaced = onConflict === 'replace' && isLabelled(read);
  const stay = isReplaced ? kept.filter(({ isLocked }) => isLocked) : kept;
  const removed = kept.filter((object) => !stay.includes(object));
  const words = tags[photoId] ?? [];
  const newWords = [...new Set(read.tags)].filter((tag) => !words.includes(tag));
  const { review = null } = read;
  const isHeard = review !== null && (onConflict === 'replace' || !reviews[photoId]);
  const tagging = {
    kind: 'set-tags',
    photoId,
    before: words,
    after: [...words, ...newWords],
  } as const;
  return [
    ...removed
      .toReversed()
      .map(
        (object) =>
          ({ kind: 'remove-object', photoId, object, index: kept.indexOf(object) }) as const,
      ),
    ...objectsFrom(read.objects, stay, classes).map(
      (object, i) => ({ kind: 'add-object', photoId, object, index: stay.length + i }) as const,
    ),
    ...(newWords.length > 0 ? [tagging] : []),
    ...(isHeard ? photoReviewChanges(state, photoId, review) : []),
  ];
}

/** The photo takes the id that a COCO file gives it, unless it has one. */
function cocoIdChange(before: PhotoEntry | undefined, { cocoId }: PhotoLabels): Change[] {
  if (!before || cocoId === undefined || before.cocoId !== undefined) return [];
  return [{ kind: 'set-photo', photoId: before.id, before, after: { ...before, cocoId } }];
}

/** The project's classes with those of a data set at their end. */
function classesWith(
  classes: readonly ObjectClass[],
  read: readonly ReadClass[],
): readonly ObjectClass[] {
  const named = read.filter(({ name }) => name !== UNNAMED_CLASS);
  return withClasses(
    classes,
    named.map(({ color, ...one }) => ({ ...one, color: color && hexColor(color) })),
  );
}

/** Objects that came with a data set, named on from those that are there. */
function objectsFrom(
  read: readonly ReadObject[],
  kept: readonly MaskObject[],
  classes: readonly ObjectClass[],
): MaskObject[] {
  const idOf = new Map(classes.map(({ id, name }) => [name, id]));
  const first = nextColor(kept);
  return read.map(({ className, score, ...drawn }, i) => ({
    ...newObject(first + i),
    classId: idOf.get(className) ?? null,
    ...drawn,
    predictedIou: score,
    model: null,
    prompt: [],
  }));
}
