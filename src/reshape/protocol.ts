import type { Mask } from '../mask/mask.ts';

/** What can be done to a whole mask. Sizes are in photo pixels: areas as counts, ways as lengths. */
export type Reshape =
  | { readonly kind: 'fill-holes'; readonly most: number }
  | { readonly kind: 'drop-specks'; readonly most: number }
  | { readonly kind: 'smooth'; readonly radius: number }
  /** Shrinks where `by` is negative. */
  | { readonly kind: 'grow'; readonly by: number };

/** What the mask worker offers: on a 24-megapixel photo some of it takes longer than a frame. */
export interface ReshapeWorker {
  /** One after the other. */
  reshape(mask: Mask, reshapes: readonly Reshape[]): Promise<Mask>;
}
