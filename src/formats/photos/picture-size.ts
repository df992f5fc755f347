import { imageSize } from 'image-size';
import type { Size } from '../../geometry/spaces.ts';
import type { Turn } from '../../mask/turn.ts';

/** How a picture that lies on its side is shown upright, by the start of its file; null: it is not, or doesn't say. */
export function pictureTurn(bytes: Uint8Array): Turn | null {
  try {
    const { orientation } = imageSize(bytes);
    return TURNS.find((turn) => turn === orientation) ?? null;
  } catch {
    return null;
  }
}

const TURNS = [5, 6, 7, 8] as const satisfies Turn[];

/** As the photo will be shown, turned upright, by the start of its file; null for what is no picture. */
export function pictureSize(bytes: Uint8Array): Size | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= 5 && orientation <= 8
      ? { width: height, height: width }
      : { width, height };
  } catch {
    return null;
  }
}
