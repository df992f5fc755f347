/**
 * Coordinate spaces. All are continuous, x to the right and y down; pixel (i, j) covers
 * [i, i+1) x [j, j+1), so its centre is (i + 0.5, j + 0.5). The space is part of the type:
 * an `ImagePoint` can't be passed where a `ScreenPoint` is expected. Pure; imports nothing.
 */
declare const space: unique symbol;

interface Point<Space extends string> {
  readonly x: number;
  readonly y: number;
  readonly [space]?: Space;
}

/** In pixels of the photo at full resolution, EXIF orientation applied. */
export type ImagePoint = Point<'image'>;
/** In CSS pixels from the stage's top left corner. */
export type ScreenPoint = Point<'screen'>;
/** In pixels of the model's square input (longest side of the photo = contract image.size). */
export type InputPoint = Point<'input'>;

/** Whole pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box in photo pixels; x0 <= x1, y0 <= y1. */
export interface ImageBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
