import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import { maskArea } from '../mask/measure.ts';
import type { Attribute, DatasetPhoto, LabelledObject, Rgb } from './dataset.ts';
import { LIMITS } from './limits.ts';
import { createPhotoFinder } from './photo-finder.ts';
import { FormatError, problemOf, type ReadProblem } from './problems.ts';

/** What a file said about one photo. `photo` is its index among the known photos. */
export interface ReadPhoto {
  readonly photo: number;
  readonly objects: readonly ReadObject[];
  readonly tags: readonly string[];
}

/** As `LabelledObject`, but the class by its name, since each file has a list of its own. */
export interface ReadObject extends Omit<LabelledObject, 'classIndex'> {
  readonly className: string;
}

export interface ReadClass {
  readonly name: string;
  /** Null: the file doesn't say. */
  readonly color: Rgb | null;
}

/** Things of one file that were left out for one reason, and how many. */
export interface Skipped {
  readonly file: string;
  readonly problem: ReadProblem;
  readonly count: number;
}

export interface ReadResult {
  readonly photos: readonly ReadPhoto[];
  readonly classes: readonly ReadClass[];
  /** Objects for which there was a box alone: they are rectangles now. */
  readonly boxes: number;
  /** Names of photos that are not known, each once. */
  readonly unmatched: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** What a reader tells about the files it goes through. */
export interface Reading {
  /** The known photo that is meant; else it is noted as unmatched, or as a problem of the file, and null. */
  findPhoto(file: string, name: string, size: Size | null): FoundPhoto | null;
  knowsPhoto(name: string): boolean;
  addClass(name: string, color?: Rgb | null): void;
  /** An empty mask is a FormatError. */
  addObject(photo: FoundPhoto, object: ObjectDraft): void;
  addTag(photo: FoundPhoto, tag: string): void;
  /** Runs `read`; a FormatError is noted and whatever comes next goes on. */
  attempt(file: string, read: () => void): void;
  /** Notes a FormatError; anything else is thrown on. */
  refuse(file: string, error: unknown): void;
  skip(file: string, problem: ReadProblem): void;
  result(): ReadResult;
}

export interface FoundPhoto {
  readonly index: number;
  readonly size: Size;
}

interface ObjectDraft {
  readonly className: string;
  readonly mask: Mask;
  readonly isBox?: boolean;
  readonly score?: number | null | undefined;
  readonly note?: string | undefined;
  readonly attributes?: readonly Attribute[];
}

/** Photos that are open go before those that were brought with the files. */
export function createReading(
  open: readonly DatasetPhoto[],
  brought: readonly DatasetPhoto[] = [],
): Reading {
  const known = [...open, ...brought];
  const finder = createPhotoFinder(open, brought);
  const photos = new Map<number, { objects: ReadObject[]; tags: string[] }>();
  const classes = new Map<string, Rgb | null>();
  const unmatched = new Set<string>();
  const skipped = new Map<string, Skipped>();
  let objectCount = 0;
  let boxes = 0;

  function labelsOf({ index }: FoundPhoto) {
    const labels = photos.get(index) ?? { objects: [], tags: [] };
    photos.set(index, labels);
    return labels;
  }

  function skip(file: string, problem: ReadProblem): void {
    const key = JSON.stringify([file, problem]);
    skipped.set(key, { file, problem, count: (skipped.get(key)?.count ?? 0) + 1 });
  }

  function refuse(file: string, error: unknown): void {
    skip(file, problemOf(error));
  }

  function addClass(name: string, color: Rgb | null = null): void {
    classes.set(name, classes.get(name) ?? color);
  }

  return {
    skip,
    refuse,
    addClass,
    knowsPhoto: (name) => finder.find(name, null).kind !== 'unknown',
    findPhoto(file, name, size) {
      const found = finder.find(name, size);
      const photo = 'index' in found ? known[found.index] : undefined;
      if (photo && found.kind === 'found') return { index: found.index, size: photo.size };
      if (found.kind === 'unknown') unmatched.add(name);
      if (found.kind === 'ambiguous') skip(file, { kind: 'ambiguous-photo' });
      if (photo && size) skip(file, { kind: 'other-size', found: size, photo: photo.size });
      return null;
    },
    addObject(photo, { className, mask, isBox, score = null, note = '', attributes = [] }) {
      if (maskArea(mask) === 0) throw new FormatError({ kind: 'empty-object' });
      objectCount++;
      if (objectCount > LIMITS.objects) throw new FormatError({ kind: 'too-many' });
      if (isBox) boxes++;
      addClass(className);
      labelsOf(photo).objects.push({ className, mask, score, note, attributes });
    },
    addTag(photo, tag) {
      const { tags } = labelsOf(photo);
      if (tag !== '' && !tags.includes(tag)) tags.push(tag);
    },
    attempt(file, read) {
      try {
        read();
      } catch (error) {
        refuse(file, error);
      }
    },
    result: () => ({
      photos: [...photos].map(([photo, labels]) => ({ photo, ...labels })),
      classes: [...classes].map(([name, color]) => ({ name, color })),
      boxes,
      unmatched: [...unmatched],
      skipped: [...skipped.values()],
    }),
  };
}
