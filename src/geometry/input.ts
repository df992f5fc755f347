import type { ImagePoint, InputPoint, Size } from './spaces.ts';

/**
 * Size of the photo once its longest side is `longestSide` pixels: SAM's rounding (half up), and
 * at least one pixel. The rest of the model's square input is padding, right and below.
 */
export function inputSizeOf(photo: Size, longestSide: number): Size {
  const scale = longestSide / Math.max(photo.width, photo.height);
  return {
    width: Math.max(1, Math.floor(photo.width * scale + 0.5)),
    height: Math.max(1, Math.floor(photo.height * scale + 0.5)),
  };
}

/** Each axis has its own scale, since the input's size is rounded. */
export function toInput(point: ImagePoint, photo: Size, input: Size): InputPoint {
  return {
    x: (point.x * input.width) / photo.width,
    y: (point.y * input.height) / photo.height,
  };
}
