import type { ImageBox, ImagePoint } from '../geometry/spaces.ts';

/** One thing a person adds to a prompt, in the order they did it. */
export type PromptStep = (
  | { readonly kind: 'point'; readonly at: ImagePoint; readonly label: 'include' | 'exclude' }
  | { readonly kind: 'box'; readonly box: ImageBox }
) & {
  /** Mask token (0-3) the person chose among this step's candidates; null: the best-ranked. */
  readonly candidate: number | null;
  /** From here on the mask is made again from its surroundings at full resolution. */
  readonly zoom?: true;
  /** From here on specks and small holes stay. */
  readonly asIs?: true;
};

/**
 * What a person asks of the model. The mask of steps[0..n] is decoded with the low-resolution
 * logits of steps[0..n-1] (its chosen candidate) as mask prompt, as SAM does; the last box wins.
 */
export type Prompt = readonly PromptStep[];
