import type { Size } from '../../../geometry/spaces.ts';

/** What a file's header promises. */
export interface Header {
  /** Upright. */
  readonly size: Size;
  /** False where browsers differ, or follow rules of their own: then only decoding tells the size. */
  readonly isCertain: boolean;
}

export function turned({ width, height }: Size, orientation: number): Size {
  return orientation >= 5 && orientation <= 8
    ? { width: height, height: width }
    : { width, height };
}
