import type { DocumentState, MaskObject, PhotoEntry } from '../document/types.ts';
import { vocColor } from '../formats/colors.ts';
import { type DatasetHead, type PhotoLabels, UNNAMED_CLASS } from '../formats/dataset.ts';
import type { ReadObject } from '../formats/reading.ts';
import { nextColor } from './object-colors.ts';

/** Which photos a data set is made of. */
export type Scope = 'photo' | 'labelled' | 'all';

/** The document's photos as a data set; the only place where the two meet. */
export interface DocumentDataset {
  readonly head: DatasetHead;
  readonly photos: readonly PhotoEntry[];
  labelsOf(photoId: string): PhotoLabels;
}

export function photosIn(
  { photos, objects }: DocumentState,
  scope: Scope,
  shownId: string | undefined,
): PhotoEntry[] {
  if (scope === 'photo') return photos.filter(({ id }) => id === shownId);
  return scope === 'all' ? [...photos] : photos.filter(({ id }) => objects[id]?.length);
}

export function datasetOf(
  { objects }: DocumentState,
  photos: readonly PhotoEntry[],
): DocumentDataset {
  const names = classNames(photos.flatMap(({ id }) => objects[id] ?? []));
  return {
    photos,
    head: {
      name: 'RobustSAM Annotator',
      classes: names.map((name, i) => ({ name, color: vocColor(i + 1) })),
      photos: photos.map(({ name, size }) => ({ name, size })),
    },
    labelsOf: (photoId) => ({
      objects: (objects[photoId] ?? []).map(({ className, mask, predictedIou }) => ({
        classIndex: names.indexOf(className ?? UNNAMED_CLASS),
        mask,
        score: predictedIou,
        note: '',
        attributes: [],
      })),
      tags: [],
    }),
  };
}

/** Objects that came with a data set, named on from those that are there. */
export function objectsFrom(
  read: readonly ReadObject[],
  kept: readonly MaskObject[],
): MaskObject[] {
  const first = nextColor(kept);
  return read.map(({ className, mask, score }, i) => ({
    id: crypto.randomUUID(),
    name: `Object ${first + i + 1}`,
    className: className === UNNAMED_CLASS ? null : className,
    mask,
    color: first + i,
    predictedIou: score,
    model: null,
    prompt: [],
  }));
}

/** Each once, in alphabetical order, so that the numbers of classes don't hang on who came first. */
function classNames(objects: readonly MaskObject[]): string[] {
  const names = new Set(objects.map(({ className }) => className ?? UNNAMED_CLASS));
  return [...names].sort((a, b) => a.localeCompare(b, 'en'));
}
