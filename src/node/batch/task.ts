import type { ModelKind } from '../../contract/model-kind.ts';
import type { EverythingOptions } from '../../engine/everything.ts';
import type { CocoId, LabelledObject } from '../../formats/dataset.ts';
import type { ImageBox, Size } from '../../geometry/spaces.ts';

/** What to do with one photo. */
export interface Task {
  /** Its path below the folder, with forward slashes: the photo's name. */
  readonly photo: string;
  /** Where it is. */
  readonly path: string;
  readonly model: ModelKind;
  readonly isAsIs: boolean;
  readonly look: Look;
  readonly cocoId?: CocoId | undefined;
}

export type Look =
  | { readonly kind: 'boxes'; readonly objects: readonly AskedObject[] }
  | { readonly kind: 'everything'; readonly options: EverythingOptions };

/** An object as its box came: all but its mask is known. */
export interface AskedObject extends Omit<LabelledObject, 'mask' | 'classIndex'> {
  readonly className: string;
  readonly box: ImageBox;
}

export interface FoundObject extends Omit<LabelledObject, 'classIndex'> {
  readonly className: string;
}

/** What is found on a photo. */
export interface LookedAt {
  readonly size: Size;
  readonly objects: readonly FoundObject[];
}
