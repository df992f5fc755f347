import type { Reshape } from '../../reshape/protocol.ts';
import type { Draft, EditingState, Tool } from '../state/editing.ts';

export type Combination = 'merge' | 'subtract' | 'intersect';

export interface EditingVerbs {
  /** What was being drawn is dropped. */
  chooseTool(tool: Tool): void;
  setBrushSize(size: number): void;
  setAreaMode(mode: EditingState['areaMode']): void;
  setNoOverlap(isOn: boolean): void;
  setDraft(draft: Draft | null): void;
  /** Takes the last corner of an open polygon back; false when there is none. */
  takeBackCorner(): boolean;
  /**
   * The draft becomes part of the selected object, else of the mask in hand, which is kept by it,
   * else a new object: one undo step. An object of which nothing is left is deleted.
   */
  applyDraft(): void;
  /**
   * On the shown photo's objects, of which the first gets the new mask. The others stay when they
   * are subtracted, and go when they are merged or intersected.
   */
  combineObjects(how: Combination, objectIds: readonly string[]): void;
  /** The largest part stays the object, each other part becomes one of its own. */
  splitObject(objectId: string): void;
  /** Shows what the object would become; the newest value wins. */
  previewReshape(objectId: string, reshape: Reshape): Promise<void>;
  /** What is previewed becomes the mask, as soon as it is there. */
  applyReshape(): Promise<void>;
  cancelReshape(): void;
}
