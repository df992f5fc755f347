import type { MaskObject } from '../../document/types.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { HandlePlace, HandleRing } from '../../mask/handles.ts';
import type { Mask } from '../../mask/mask.ts';
import type { StrokePoint } from '../../mask/stroke.ts';
import type { Reshape } from '../../reshape/protocol.ts';

export type Tool =
  | 'prompt'
  | 'brush'
  | 'eraser'
  | 'polygon'
  | 'lasso'
  | 'rectangle'
  | 'points'
  | 'hand';

/** What is being drawn and is no part of a mask yet. */
export type Draft = StrokeDraft | AreaDraft;

interface StrokeDraft {
  readonly kind: 'stroke';
  readonly removes: boolean;
  readonly points: readonly StrokePoint[];
}

interface AreaDraft {
  readonly kind: 'area';
  readonly removes: boolean;
  readonly points: readonly ImagePoint[];
  /** A polygon still to be closed: where its next corner would be, if the pointer says so. */
  readonly open: { readonly next: ImagePoint | null } | null;
}

/** A change of an object's whole mask that can still be dropped. */
export interface Reshaping {
  readonly objectId: string;
  readonly before: Mask;
  /** In this order. */
  readonly reshapes: readonly Reshape[];
  /** What it gives, or gave for the value before; null until the first answer. */
  readonly mask: Mask | null;
  readonly isWorking: boolean;
}

/** An object's outline by its points, and what has been moved of it. */
export interface OutlineEdit {
  readonly photoId: string;
  /** As it was opened. */
  readonly object: MaskObject;
  readonly opened: readonly HandleRing[];
  readonly rings: readonly HandleRing[];
  /** The point that the keys mean. */
  readonly focused: HandlePlace | null;
  /** Before each change, the first one first. */
  readonly past: readonly (readonly HandleRing[])[];
}

/** What was done to points is no part of the mask yet. */
export function isOutlineMoved(outline: OutlineEdit | null): boolean {
  return outline !== null && outline.rings !== outline.opened;
}

/** In the past; a point that was taken in hand and left where it was is no change. -1: there is none. */
export function lastPointChange(outline: OutlineEdit | null): number {
  return outline?.past.findLastIndex((rings) => rings !== outline.rings) ?? -1;
}

/** The part of the view that is about editing masks. */
export interface EditingState {
  readonly tool: Tool;
  /** Diameter in CSS pixels: a closer look gives a finer brush. */
  readonly brushSize: number;
  /** What polygon, lasso and rectangle do to the mask. */
  readonly areaMode: 'add' | 'subtract';
  /** New and edited objects leave other objects' pixels alone. */
  readonly noOverlap: boolean;
  readonly draft: Draft | null;
  /** While that tool is in hand and an object is selected. */
  readonly outline: OutlineEdit | null;
  /** Points that are dragged keep to the outlines of other objects. */
  readonly snapsToEdges: boolean;
  readonly reshaping: Reshaping | null;
}

/** Nothing is drawn or about to change. */
export const NO_DRAFT = { draft: null, reshaping: null } as const;
export const LEAST_BRUSH = 2;
export const LARGEST_BRUSH = 300;
