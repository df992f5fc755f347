import type { Size } from '../../geometry/spaces.ts';
import type {
  CocoId,
  DatasetClass,
  DatasetPhoto,
  LabelledObject,
  LabelReview,
  Rgb,
} from '../dataset.ts';
import type { ReadNote, ReadProblem } from '../problems.ts';

/** What a file said about one photo. `photo` is its index among the known photos. */
export interface ReadPhoto {
  readonly photo: number;
  readonly objects: readonly ReadObject[];
  readonly tags: readonly string[];
  /** The folder that its labels name, "val" for "val/a.jpg". */
  readonly folder: string;
  /** The size of a turned or resized copy, if that is what its masks are of; null: of the photo. */
  readonly madeFor: Size | null;
  /** The review of the photo as a whole. */
  readonly review?: LabelReview;
  readonly cocoId?: CocoId;
}

/** As `LabelledObject`, but the class by its name, since each file has a list of its own. */
export interface ReadObject extends Omit<LabelledObject, 'classIndex'> {
  readonly className: string;
}

/** A class as a file has it. */
export interface ReadClass extends Pick<DatasetClass, 'name' | 'coco'> {
  /** Null: the file doesn't say. */
  readonly color: Rgb | null;
}

/** Things of one file that were left out for one reason, and how many. */
export interface Skipped {
  readonly file: string;
  readonly problem: ReadProblem;
  readonly count: number;
}

/** Something to know of one file, and how often. */
export interface Noted {
  readonly file: string;
  readonly note: ReadNote;
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
  readonly notes: readonly Noted[];
  /** Photos that came with the files and that no label file speaks of. */
  readonly unlabelled: number;
  /** Photos that lay in label files; their indexes follow those of the known photos. */
  readonly embedded: readonly EmbeddedPhoto[];
}

export interface EmbeddedPhoto {
  readonly photo: DatasetPhoto;
  readonly content: Blob;
}
