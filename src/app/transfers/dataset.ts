import type { ObjectClass } from '../../document/classes.ts';
import type { DocumentState, MaskObject, PhotoEntry } from '../../document/types.ts';
import { colorFromHex, hexColor } from '../../formats/classes/colors.ts';
import {
  type DatasetClass,
  type DatasetHead,
  type DatasetPhoto,
  type PhotoLabels,
  type Rgb,
  UNNAMED_CLASS,
} from '../../formats/dataset.ts';
import type { ReadClass, ReadObject } from '../../formats/reading/result.ts';
import { withClasses } from '../classes/class-list.ts';
import { newObject } from '../objects/new-object.ts';
import { nextColor } from '../objects/object-colors.ts';

/** Colour of objects without a class in data sets. */
const GREY: Rgb = [156, 163, 175];

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

/** A photo as data sets know it: by its folder and name. */
export function datasetPhoto({ name, folder, size }: PhotoEntry): DatasetPhoto {
  return { name: folder ? `${folder}/${name}` : name, size };
}

/** All classes of the project, so that their numbers don't hang on which photos are taken. */
export function datasetOf(
  name: string,
  { objects, classes, tags }: DocumentState,
  photos: readonly PhotoEntry[],
): DocumentDataset {
  const nameOf = ({ classId }: MaskObject) =>
    classes.find(({ id }) => id === classId)?.name ?? UNNAMED_CLASS;
  const used = new Set(photos.flatMap(({ id }) => (objects[id] ?? []).map(nameOf)));
  const known = classes.map(
    ({ name, color, coco }): DatasetClass => ({
      name,
      color: colorFromHex(color) ?? GREY,
      ...(coco ? { coco } : {}),
    }),
  );
  const isUnnamed = used.has(UNNAMED_CLASS) && !known.some(({ name }) => name === UNNAMED_CLASS);
  const all = isUnnamed ? [...known, { name: UNNAMED_CLASS, color: GREY }] : known;
  const indexOf = new Map(all.map(({ name }, i) => [name, i]));
  return {
    photos,
    head: {
      name,
      classes: all,
      photos: photos.map(datasetPhoto),
    },
    labelsOf: (photoId) => ({
      objects: (objects[photoId] ?? []).map((object) => ({
        classIndex: indexOf.get(nameOf(object)) ?? 0,
        mask: object.mask,
        score: object.predictedIou,
        note: object.note,
        attributes: object.attributes,
      })),
      tags: tags[photoId] ?? [],
    }),
  };
}

/** The project's classes with those of a data set at their end. */
export function classesWith(
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
export function objectsFrom(
  read: readonly ReadObject[],
  kept: readonly MaskObject[],
  classes: readonly ObjectClass[],
): MaskObject[] {
  const idOf = new Map(classes.map(({ id, name }) => [name, id]));
  const first = nextColor(kept);
  return read.map(({ className, mask, score, note, attributes }, i) => ({
    ...newObject(first + i),
    classId: idOf.get(className) ?? null,
    mask,
    predictedIou: score,
    model: null,
    prompt: [],
    note,
    attributes,
  }));
}
