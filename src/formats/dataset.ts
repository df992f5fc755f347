import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';

/** A data set as every format sees it, whatever the document looks like. Pure data. */
export interface DatasetHead {
  readonly name: string;
  /** Objects refer to classes by their index here; names are unique. */
  readonly classes: readonly DatasetClass[];
  readonly photos: readonly DatasetPhoto[];
  /** The largest of the ids that objects came with; 0, or absent: none has one. */
  readonly largestObjectId?: number;
}

export interface DatasetClass {
  readonly name: string;
  readonly color: Rgb;
  readonly coco?: CocoCategory;
}

/** As a COCO file has it; most are numbers. */
export type CocoId = number | string;

/** What a COCO file said of a class beyond its name, so it can be written as it came. */
export interface CocoCategory {
  readonly id: CocoId;
  readonly supercategory: string;
}

/** 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface DatasetPhoto {
  readonly name: string;
  readonly size: Size;
  readonly cocoId?: CocoId;
}

/** What was labelled on one photo. */
export interface PhotoLabels {
  /** In drawing order: later ones lie on top. */
  readonly objects: readonly LabelledObject[];
  /** Words for the whole photo. */
  readonly tags: readonly string[];
  /** The review of the photo as a whole; absent: nobody has looked at it. */
  readonly review?: LabelReview;
  /** Absent: not measured. Written, and not read back, since whoever opens the photo measures it. */
  readonly figures?: PhotoFigures;
}

/** What was measured of a photo, in the order in which it is written; README.md says what each is. */
export const FIGURES = [
  'darkness',
  'noise_sigma',
  'blur',
  'motion',
  'motion_degrees',
  'haze',
  'contrast',
  'blockiness',
] as const;

export type PhotoFigures = Readonly<Record<(typeof FIGURES)[number], number>>;

export interface LabelledObject {
  readonly classIndex: number;
  readonly mask: Mask;
  /** 0 to 1; null: nobody said. */
  readonly score: number | null;
  readonly note: string;
  readonly attributes: readonly Attribute[];
  /** Absent: nobody has looked at it. */
  readonly review?: LabelReview;
  readonly cocoId?: CocoId;
}

export const LABEL_REVIEW_STATES = ['accepted', 'rejected', 'mended'] as const;

/** What a reviewer says of an object; `mended`: it was rejected, and has changed since. */
export interface LabelReview {
  readonly state: (typeof LABEL_REVIEW_STATES)[number];
  readonly comment: string;
  /** Empty: not known. */
  readonly by: string;
  /** Milliseconds since 1970; 0: not known. */
  readonly when: number;
}

/** A list of pairs, since names come from anywhere: `__proto__` is one like any other. */
export type Attribute = readonly [name: string, value: string | number | boolean];

/** What objects without a class are called where a class is a must. */
export const UNNAMED_CLASS = 'object';
