import type { Size } from '../../geometry/spaces.ts';
import { type PhotoLevel, type PhotoTile, TILE_SIDE } from '../protocol.ts';
import { createHalver } from './halve.ts';
import { tileAreas } from './tiles.ts';

/** Levels stop once the longest side is this small. */
const SMALLEST_LEVEL = 1024;

/** Sizes of the levels above the photo itself, each half the one before, rounded up. */
export function levelSizes(photo: Size): Size[] {
  const sizes: Size[] = [];
  let { width, height } = photo;
  while (Math.max(width, height) > SMALLEST_LEVEL) {
    width = Math.ceil(width / 2);
    height = Math.ceil(height / 2);
    sizes.push({ width, height });
  }
  return sizes;
}

interface RowSink {
  /** Takes the next row: opaque RGBA; the row may be reused afterwards. */
  push(row: Uint8ClampedArray): void;
  finish(): void;
}

interface Pyramid extends RowSink {
  /** After `finish`: the levels above the photo itself. */
  levels(): Promise<PhotoLevel[]>;
}

/** Fed with the photo's rows, makes every smaller level in one go. */
export function createPyramid(photo: Size): Pyramid {
  const levels: { size: Size; tiles: Promise<PhotoTile>[] }[] = [];
  let below: RowSink | null = null;
  // From the smallest up, since each level feeds the next smaller one.
  const sizes = levelSizes(photo);
  for (const [k, size] of [...sizes.entries()].reverse()) {
    const width = sizes[k - 1]?.width ?? photo.width;
    const tiles: Promise<PhotoTile>[] = [];
    levels.unshift({ size, tiles });
    below = chain(width, createTiler(size, tiles), below);
  }
  return {
    push: (row) => below?.push(row),
    finish: () => below?.finish(),
    levels: () =>
      Promise.all(
        levels.map(async ({ size, tiles }) => ({ size, tiles: await Promise.all(tiles) })),
      ),
  };
}

/** Halves rows of `width` pixels into one level's tiles and, from there, into the next level. */
function chain(width: number, tiler: RowSink, below: RowSink | null): RowSink {
  const halver = createHalver(width, (row) => {
    tiler.push(row);
    below?.push(row);
  });
  return {
    push: halver.push,
    finish() {
      halver.finish();
      tiler.finish();
      below?.finish();
    },
  };
}

/** Collects rows until a row of tiles is full, then turns it into bitmaps. */
function createTiler(size: Size, tiles: Promise<PhotoTile>[]): RowSink {
  let band: { x: number; image: ImageData }[] = [];
  let y = 0;

  function startBand(): void {
    const height = Math.min(TILE_SIDE, size.height - y);
    band = tileAreas({ width: size.width, height }).map(({ x, width }) => ({
      x,
      image: new ImageData(width, height),
    }));
  }

  function endBand(): void {
    const top = Math.floor((y - 1) / TILE_SIDE) * TILE_SIDE;
    for (const { x, image } of band) {
      tiles.push(createImageBitmap(image).then((bitmap) => ({ x, y: top, bitmap })));
    }
    band = [];
  }

  return {
    push(row) {
      if (band.length === 0) startBand();
      for (const { x, image } of band) {
        const part = row.subarray(x * 4, (x + image.width) * 4);
        image.data.set(part, (y % TILE_SIDE) * image.width * 4);
      }
      y += 1;
      if (y % TILE_SIDE === 0) endBand();
    },
    finish() {
      if (band.length > 0) endBand();
    },
  };
}
