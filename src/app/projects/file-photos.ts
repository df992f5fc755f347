import { type DocumentState, EMPTY_DOCUMENT } from '../../document/types.ts';
import type { FileHead, FilePhoto } from '../../projects/file/format.ts';

/** The document as project files have it, photo by photo, and back. Pure. */

export function photoFrom(
  { photos, objects, prompts, refined, tags, done, reviews, seconds, adjustments }: DocumentState,
  index: number,
  file: Blob | null,
): FilePhoto {
  const entry = photos[index];
  if (!entry) throw new RangeError('no such photo');
  const { id } = entry;
  const shown = adjustments[id];
  return {
    entry,
    objects: objects[id] ?? [],
    prompt: prompts[id] ?? [],
    refined: refined[id] ?? null,
    tags: tags[id] ?? [],
    done: done[id] ?? false,
    review: reviews[id] ?? null,
    seconds: seconds[id] ?? 0,
    ...(shown ? { adjustments: shown } : {}),
    file,
  };
}

export function documentFrom(
  { classes, adjustments }: FileHead,
  photos: readonly FilePhoto[],
): DocumentState {
  const byId = <T>(fact: (photo: FilePhoto) => T): Record<string, T> =>
    Object.fromEntries(photos.map((photo) => [photo.entry.id, fact(photo)]));
  return {
    ...EMPTY_DOCUMENT,
    classes,
    photos: photos.map(({ entry }) => entry),
    objects: byId(({ objects }) => objects),
    prompts: byId(({ prompt }) => prompt),
    refined: byId(({ refined }) => refined),
    tags: byId(({ tags }) => tags),
    done: byId(({ done }) => done),
    reviews: byId(({ review }) => review),
    seconds: byId(({ seconds }) => seconds),
    adjustments: byId(({ adjustments }) => adjustments ?? null),
    sharedAdjustments: adjustments ?? null,
  };
}
