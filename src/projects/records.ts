import type { Adjustments } from '../adjust/adjustments.ts';
import { newId } from '../browser/new-id.ts';
import type { ObjectClass } from '../document/classes.ts';
import type { PackedChange, PackedStep } from '../document/packed.ts';
import type { Review } from '../document/review.ts';
import type { MaskObject, PhotoEntry, Proposal } from '../document/types.ts';
import type { Prompt } from '../prompt/prompt.ts';

/** What a project's records look like. */
export const RECORDS_VERSION = 1;

/** One a project: what the start page shows, and what belongs to no photo. */
export interface ProjectHead {
  readonly id: string;
  readonly name: string;
  readonly version: typeof RECORDS_VERSION;
  /** By the clock, in milliseconds: to be read by people. Nothing is put in order by it. */
  readonly created: number;
  readonly changed: number;
  /** The project that was opened last has the highest. */
  readonly turn: number;
  /** One more with every write of the document. */
  readonly revision: number;
  /** The page that wrote last. */
  readonly writer: string;
  readonly classes: readonly ObjectClass[];
  /** How all photos are shown; missing: each as its own adjustments say. */
  readonly adjustments?: Adjustments;
  /** Number of the next step of the history: those below it are done, the others undone. */
  readonly cursor: number;
  readonly photos: number;
  readonly objects: number;
  /** Bytes of the photos' files. */
  readonly bytes: number;
  /** How many of the photos are done. */
  readonly done: number;
  /** Class of the next object. */
  readonly classId: string | null;
  /** Id of the photo on the stage. */
  readonly shownId: string | null;
  /** A small JPEG for the start page. */
  readonly picture: Blob | null;
  /** It can still come back; it goes when the app starts the next time. */
  readonly isDeleted: boolean;
}

/** The photos of a project, in order. */
export interface ListRecord {
  readonly projectId: string;
  readonly photoIds: readonly string[];
}

/** What a project knows about one photo, also about one that was removed from its list. */
export interface PhotoRecord {
  readonly projectId: string;
  readonly photoId: string;
  /** Null: it was removed. */
  readonly entry: PhotoEntry | null;
  /** In drawing order. */
  readonly objectIds: readonly string[];
  readonly prompt: Prompt;
  readonly refined: string | null;
  readonly tags: readonly string[];
  readonly done: boolean;
  readonly review: Review | null;
  readonly seconds: number;
  /** How it is shown; missing: as it is. */
  readonly adjustments?: Adjustments;
}

export interface ObjectRecord {
  readonly projectId: string;
  readonly photoId: string;
  readonly object: MaskObject;
}

/** Masks that were found on a photo and wait for the person's word; apart, since they may be many. */
export interface ProposalsRecord {
  readonly projectId: string;
  readonly photoId: string;
  readonly proposals: readonly Proposal[];
}

/** Numbers follow one another; undone steps have those from the cursor on. Of a long step the first changes. */
export interface StepRecord {
  readonly projectId: string;
  readonly number: number;
  readonly step: PackedStep;
}

/** Changes that follow those of the step's own record; 1 comes first. */
export interface StepPartRecord {
  readonly projectId: string;
  readonly number: number;
  readonly part: number;
  readonly changes: readonly PackedChange[];
}

export function newHead(name: string, id: string = newId()): ProjectHead {
  const now = Date.now();
  return {
    id,
    name,
    version: RECORDS_VERSION,
    created: now,
    changed: now,
    turn: 0,
    revision: 0,
    writer: '',
    classes: [],
    cursor: 0,
    photos: 0,
    objects: 0,
    bytes: 0,
    done: 0,
    classId: null,
    shownId: null,
    picture: null,
    isDeleted: false,
  };
}
