import type { Adjustments } from '../adjust/adjustments.ts';
import type { ModelKind } from '../contract/model-kind.ts';
import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import type { PhotoFormat } from '../photo/protocol.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { CocoId, ObjectAttribute, ObjectClass } from './classes.ts';
import type { Review } from './review.ts';

/** A photo of the project. Its file is elsewhere (photo/files.ts), its pixels are decoded when it is shown. */
export interface PhotoEntry {
  /** By the file's content (photo/worker/fingerprint.ts): a file that is opened again is the same photo. */
  readonly id: string;
  readonly name: string;
  /** Where it lay in the folder that was opened, "day 1/left"; empty at its top and for single files. */
  readonly folder: string;
  /** Upright. */
  readonly size: Size;
  readonly format: PhotoFormat;
  /** Size of the file. */
  readonly bytes: number;
  /** As a COCO file that was imported has it. */
  readonly cocoId?: CocoId;
}

/** A kept mask. */
export interface MaskObject {
  readonly id: string;
  readonly name: string;
  readonly mask: Mask;
  /** Index into the palette (app/objects/palette.ts): its colour while it has no class. */
  readonly color: number;
  /** What it is; null: nobody said. */
  readonly classId: string | null;
  /** Null: it was drawn by hand, or came with a data set that doesn't say. */
  readonly predictedIou: number | null;
  /** IoU of both models' masks, where both answered the prompt that made it. */
  readonly agreement?: number;
  /** Whose mask it is; null: it was drawn by hand, or came with a data set. */
  readonly model: ModelKind | null;
  /** The prompt that made it; empty when none did. */
  readonly prompt: Prompt;
  /** Not on the stage, but exported all the same. */
  readonly isHidden: boolean;
  /** Can't be changed, deleted or hit by clicks. */
  readonly isLocked: boolean;
  readonly note: string;
  readonly attributes: readonly ObjectAttribute[];
  /** Absent: nobody has looked at it. */
  readonly review?: Review;
  /** As a COCO file that was imported has it. */
  readonly cocoId?: CocoId;
}

/** A mask that was found unasked and waits for the person's word. */
export interface Proposal {
  readonly id: string;
  readonly mask: Mask;
  readonly predictedIou: number;
  /** IoU of the mask's stricter and laxer form, 0 to 1. */
  readonly stability: number;
  readonly model: ModelKind;
  /** The prompt that gives it again; empty when none on the whole photo does. */
  readonly prompt: Prompt;
}

/** What the person makes. Only changes (change.ts) write it. */
export interface DocumentState {
  readonly photos: readonly PhotoEntry[];
  /** The prompt not yet kept, by photo id. */
  readonly prompts: Readonly<Record<string, Prompt>>;
  /** Kept objects by photo id, in drawing order. */
  readonly objects: Readonly<Record<string, readonly MaskObject[]>>;
  /** By photo id: the object that the prompt in hand was opened from and will replace. */
  readonly refined: Readonly<Record<string, string | null>>;
  readonly classes: readonly ObjectClass[];
  /** Words for whole photos, by photo id. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** By photo id: not objects yet, and no part of what is exported. */
  readonly proposals: Readonly<Record<string, readonly Proposal[]>>;
  /** By photo id: the person says that nothing is left to do. */
  readonly done: Readonly<Record<string, boolean>>;
  /** By photo id: what a reviewer says of the photo as a whole; null: nothing. */
  readonly reviews: Readonly<Record<string, Review | null>>;
  /** By photo id: how long it was worked on, in seconds. */
  readonly seconds: Readonly<Record<string, number>>;
  /** By photo id: how it is shown; null or missing: as it is. */
  readonly adjustments: Readonly<Record<string, Adjustments | null>>;
  /** How all photos are shown, whatever their own say; null: each as its own say. */
  readonly sharedAdjustments: Adjustments | null;
}

export const EMPTY_DOCUMENT: DocumentState = {
  photos: [],
  prompts: {},
  objects: {},
  refined: {},
  classes: [],
  tags: {},
  proposals: {},
  done: {},
  reviews: {},
  seconds: {},
  adjustments: {},
  sharedAdjustments: null,
};
