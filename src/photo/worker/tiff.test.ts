import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { inspectFile } from './inspect.ts';
import { type Rgba, upright } from './orientation.ts';
import { fixtureNames, readFixture } from './testing/fixtures.ts';
import { decodeTiff } from './tiff.ts';
import { readTiffDirectory, TIFF } from './tiff-directory.ts';
import { unsupportedTiff } from './tiff-support.ts';

const names = fixtureNames().filter((name) => name.endsWith('.tif') && name !== 'planes.tif');

type Colour = readonly [number, number, number];

/** Top left, top right, bottom left, bottom right of the scene all fixtures show. */
const QUARTERS: readonly Colour[] = [
  [220, 30, 30],
  [30, 180, 60],
  [40, 60, 220],
  [230, 210, 40],
];
const WHITE: Colour = [255, 255, 255];

function luma([red, green, blue]: Colour): Colour {
  const grey = red * 0.299 + green * 0.587 + blue * 0.114;
  return [grey, grey, grey];
}

function expectedQuarters(name: string): readonly Colour[] {
  const greens = QUARTERS.map(([, green]): Colour => [green, green, green]);
  if (name === 'alpha.tif') return [...QUARTERS.slice(0, 2), WHITE, WHITE];
  if (name === 'grey.tif') return QUARTERS.map(luma);
  if (name === 'grey16.tif') return greens;
  return QUARTERS;
}

function quartersOf({ size: { width, height }, data }: Rgba): Colour[] {
  return [0.25, 0.75].flatMap((v) =>
    [0.25, 0.75].map((u): Colour => {
      const at = (Math.floor(v * height) * width + Math.floor(u * width)) * 4;
      return [data[at] ?? -1, data[at + 1] ?? -1, data[at + 2] ?? -1];
    }),
  );
}

// utif2 prints the number of tiles.
vi.spyOn(console, 'log').mockImplementation(() => {});

describe('TIFF', () => {
  it.each(names)('shows its scene upright and opaque: %s', (name) => {
    const picture = decodeTiff(readFixture(name));
    expect(picture.size).toEqual({ width: 24, height: 16 });
    expect(picture.data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    // JPEG is near, the rest is exact but for rounding.
    const tolerance = name === 'jpeg.tif' ? 12 : 1;
    const expected = expectedQuarters(name);
    for (const [i, colour] of quartersOf(picture).entries()) {
      for (const [c, value] of colour.entries()) {
        expect(Math.abs(value - (expected[i]?.[c] ?? -1000))).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it('names what would be shown wrongly', () => {
    const directory = readTiffDirectory(readFixture('planes.tif'));
    expect(directory && unsupportedTiff(directory)).toBe('TIFF with colour planes');
    expect(unsupportedTiff(new Map([[TIFF.compression, [4]]]))).toBe('TIFF with compression 4');
    const greyJpeg = new Map([[TIFF.compression, [7]]]);
    expect(unsupportedTiff(greyJpeg)).toBe('TIFF with JPEG of 1 samples a pixel');
    expect(unsupportedTiff(new Map([[TIFF.dngVersion, [1]]]))).toBe('camera raw');
  });

  it('gives a whole picture or fails, but never hangs, on damaged bytes', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), damage, async (name, changes) => {
        const bytes = readFixture(name);
        for (const [at, value] of changes) bytes[8 + (at % (bytes.length - 8))] = value;
        const inspection = await inspectFile(new Blob([bytes]));
        // A damaged size may ask for much memory, which is not the point here.
        if (!inspection.ok || inspection.size.width * inspection.size.height > 1e5) return;
        expect(bytesPerPixel(inspection.bytes)).toBe(4);
      }),
      { numRuns: 300 },
    );
  });
});

/** 4 for a file that fails, too: failing is fine. */
function bytesPerPixel(bytes: Uint8Array<ArrayBuffer>): number {
  try {
    const { size, data } = decodeTiff(bytes);
    return data.length / (size.width * size.height);
  } catch {
    return 4;
  }
}

describe('orientation', () => {
  const size = { width: 3, height: 2 };
  const stored = { size, data: new Uint8ClampedArray(24).map((_, i) => i >> 2) };

  // Stored as   0 1 2
  //             3 4 5
  it.each([
    [1, [0, 1, 2, 3, 4, 5]],
    [2, [2, 1, 0, 5, 4, 3]],
    [3, [5, 4, 3, 2, 1, 0]],
    [4, [3, 4, 5, 0, 1, 2]],
    [5, [0, 3, 1, 4, 2, 5]],
    [6, [3, 0, 4, 1, 5, 2]],
    [7, [5, 2, 4, 1, 3, 0]],
    [8, [2, 5, 1, 4, 0, 3]],
    [9, [0, 1, 2, 3, 4, 5]],
  ])('%i turns the picture upright', (orientation, pixels) => {
    const result = upright(stored, orientation);
    expect(Array.from(result.data.filter((_, i) => i % 4 === 0))).toEqual(pixels);
    const isTurned = orientation >= 5 && orientation <= 8;
    expect(result.size).toEqual(isTurned ? { width: 2, height: 3 } : size);
  });
});
