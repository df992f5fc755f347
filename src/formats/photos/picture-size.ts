import { imageSize } from 'image-size';
import type { Size } from '../../geometry/spaces.ts';

/** As the photo will be shown, turned upright, by the start of its file; null for what is no picture. */
export function pictureSize(bytes: Uint8Array): Size | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
