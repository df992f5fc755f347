import type { ModelKind } from '../../contract/model-kind.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { DocumentState, MaskObject, PhotoEntry, Proposal } from '../../document/types.ts';
import type { Candidate } from '../../engine/protocol.ts';
import { maskBox } from '../../mask/measure.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { LiveMask, ViewState } from './view.ts';

/** What document and view say together. Each question has its answer, and its default, here alone. Pure. */

type Shown = Pick<ViewState, 'photo'>;
type Document<Key extends keyof DocumentState> = Pick<DocumentState, Key>;

/** One list for all photos without any, so nothing is redrawn for an equal one. */
const NONE: readonly never[] = [];

function onShown<T>(byPhoto: Readonly<Record<string, T>>, { photo }: Shown): T | undefined {
  return photo ? byPhoto[photo.id] : undefined;
}

/** The photo that was asked for last: steps count from it, however long the shown one stays. */
export function wantedPhotoId({
  photo,
  opening,
}: Pick<ViewState, 'photo' | 'opening'>): string | undefined {
  return opening?.photoId ?? photo?.id;
}

export function photoEntry({ photos }: Document<'photos'>, photoId: string): PhotoEntry | null {
  return photos.find(({ id }) => id === photoId) ?? null;
}

/** Kept objects of the shown photo, in drawing order. */
export function shownObjects({ objects }: Document<'objects'>, view: Shown): readonly MaskObject[] {
  return onShown(objects, view) ?? NONE;
}

export function shownObject(
  document: Document<'objects'>,
  view: Shown,
  objectId: string | null,
): MaskObject | null {
  return shownObjects(document, view).find(({ id }) => id === objectId) ?? null;
}

/** Those of the shown photo that are selected; undo may have taken away some. */
export function selectedObjects(
  document: Document<'objects'>,
  view: Pick<ViewState, 'photo' | 'selectedObjectIds'>,
): readonly MaskObject[] {
  return shownObjects(document, view).filter(({ id }) => view.selectedObjectIds.includes(id));
}

/** What naming a class means now: the selected objects, else the one that was just kept. */
export function namedObjects(
  document: Document<'objects'>,
  view: Pick<ViewState, 'photo' | 'selectedObjectIds' | 'justKeptId'>,
): readonly MaskObject[] {
  const selected = selectedObjects(document, view);
  if (selected.length > 0) return selected;
  const kept = shownObject(document, view, view.justKeptId);
  return kept ? [kept] : NONE;
}

/** The selected object in the lead. */
export function leadObject(
  document: Document<'objects'>,
  view: Pick<ViewState, 'photo' | 'selectedObjectId'>,
): MaskObject | null {
  return shownObject(document, view, view.selectedObjectId);
}

/** The prompt in hand on the shown photo. */
export function currentPrompt({ prompts }: Document<'prompts'>, view: Shown): Prompt {
  return onShown(prompts, view) ?? NONE;
}

/** Id of the object that the prompt in hand will replace. */
export function refinedId({ refined }: Document<'refined'>, view: Shown): string | null {
  return onShown(refined, view) ?? null;
}

/** The object itself; null when there is none, or none any more. */
export function refinedObject(
  document: Document<'objects' | 'refined'>,
  view: Shown,
): MaskObject | null {
  return shownObject(document, view, refinedId(document, view));
}

/** There is a prompt, or an object whose prompt was taken away step by step. */
export function isPrompting(document: Document<'prompts' | 'refined'>, view: Shown): boolean {
  return currentPrompt(document, view).length > 0 || refinedId(document, view) !== null;
}

/** What asks for the object's mask: what made it, or a box around it. */
export function promptFor({ prompt, mask }: MaskObject): Prompt {
  const box = maskBox(mask);
  if (prompt.length > 0 || !box) return prompt;
  return [{ kind: 'box', box, candidate: null }];
}

/** All that wait on the shown photo. */
export function proposalsOn(
  { proposals }: Document<'proposals'>,
  view: Shown,
): readonly Proposal[] {
  return onShown(proposals, view) ?? NONE;
}

/** Kept objects of any photo, in drawing order. */
export function objectsOf(
  { objects }: Document<'objects'>,
  photoId: string | undefined,
): readonly MaskObject[] {
  return (photoId !== undefined && objects[photoId]) || NONE;
}

/** Tags of a photo as a whole. */
export function tagsOf({ tags }: Document<'tags'>, photoId: string): readonly string[] {
  return tags[photoId] ?? NONE;
}

export function isDone({ done }: Document<'done'>, photoId: string): boolean {
  return done[photoId] ?? false;
}

/** Class of the next object; null also for one that undo took away. */
export function currentClass(
  { classes }: Document<'classes'>,
  { classId }: Pick<ViewState, 'classId'>,
): ObjectClass | null {
  return classes.find(({ id }) => id === classId) ?? null;
}

/** The newest answer of a model, which may be one to an older prompt. */
export function answerOf(
  { live, compared }: Pick<ViewState, 'live' | 'compared'>,
  model: ModelKind,
): LiveMask | null {
  return [live, compared].find((answer) => answer?.model === model) ?? null;
}

/** The model's own estimate of the IoU of the mask that it shows; null: it gave none. */
export function scoreOf({ candidates, token }: Scored): number | null {
  return candidates.find((candidate) => candidate.token === token)?.predictedIou ?? null;
}

interface Scored {
  readonly candidates: readonly Candidate[];
  readonly token: number;
}
