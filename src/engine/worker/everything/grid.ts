import type { ImageBox, Size } from '../../../geometry/spaces.ts';
import type { EverythingOptions } from '../../everything.ts';

/** A part of the photo that is looked at on its own; layer 0 is the photo. */
export interface GridCrop {
  /** Whole pixels. */
  readonly box: ImageBox;
  readonly layer: number;
}

/**
 * The photo, then each layer's crops column by column, as SAM cuts them: neighbours overlap, and
 * those at the right and bottom end with the photo.
 */
export function gridCrops(
  photo: Size,
  { cropLayers, cropOverlap }: Pick<EverythingOptions, 'cropLayers' | 'cropOverlap'>,
): GridCrop[] {
  const crops: GridCrop[] = [
    { box: { x0: 0, y0: 0, x1: photo.width, y1: photo.height }, layer: 0 },
  ];
  for (let layer = 1; layer <= cropLayers; layer++) {
    const perSide = 2 ** layer;
    const shorter = Math.min(photo.width, photo.height);
    const overlap = Math.trunc(cropOverlap * shorter * (2 / perSide));
    const columns = partsOfSide(photo.width, perSide, overlap);
    const rows = partsOfSide(photo.height, perSide, overlap);
    for (const [x0, x1] of columns) {
      for (const [y0, y1] of rows) crops.push({ box: { x0, y0, x1, y1 }, layer });
    }
  }
  return crops;
}

function partsOfSide(length: number, count: number, overlap: number): [from: number, to: number][] {
  const part = Math.ceil((overlap * (count - 1) + length) / count);
  return Array.from({ length: count }, (_, i) => {
    const from = (part - overlap) * i;
    return [from, Math.min(from + part, length)];
  });
}

/** The middle of each cell of a grid on the crop, row by row, as distances from the crop's corner. */
export function gridPoint(index: number, perSide: number, crop: Size): { x: number; y: number } {
  return {
    x: (((index % perSide) + 0.5) / perSide) * crop.width,
    y: ((Math.floor(index / perSide) + 0.5) / perSide) * crop.height,
  };
}
