import { deflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { inspectFile } from './inspect.ts';
import { type Rgba, upright } from './orientation.ts';
import { fixtureNames, readFixture } from './testing/fixtures.ts';
import { decodeTiff } from './tiff.ts';
import { readTiffDirectory, TIFF } from './tiff-directory.ts';
import { unsupportedTiff } from './tiff-support.ts';

const names = fixtureNames().filter((name) => name.endsWith('.tif') && name !== 'planes.tif');

/** Where the content lies, whatever the entries. */
const CONTENT_AT = 30_000;

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
  it.each(names)('shows its scene upright and opaque: %s', async (name) => {
    const picture = await decodeTiff(readFixture(name));
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
    expect(directory && unsupportedTiff(directory)).toEqual({
      kind: 'tiff',
      has: 'planes',
      number: 2,
    });
    expect(unsupportedTiff(new Map([[TIFF.compression, [4]]]))).toEqual({
      kind: 'tiff',
      has: 'compression',
      number: 4,
    });
    const greyJpeg = new Map([[TIFF.compression, [7]]]);
    expect(unsupportedTiff(greyJpeg)).toEqual({ kind: 'tiff', has: 'jpeg', number: 1 });
    expect(unsupportedTiff(new Map([[TIFF.dngVersion, [1]]]))).toEqual({
      kind: 'foreign',
      file: 'raw',
    });
  });
});

describe('a TIFF that is a bomb', () => {
  const PIXEL = { [TIFF.bitsPerSample]: 8, [TIFF.photometric]: 1 };

  it('of gigapixels is refused by its header', async () => {
    const file = tiffOf({ ...PIXEL, [TIFF.width]: 100_000, [TIFF.height]: 100_000 });
    expect(await inspectFile(new Blob([file]))).toEqual({
      ok: false,
      problem: { kind: 'too-large', megapixels: 10_000, limit: 100 },
    });
  });

  const small = { ...PIXEL, [TIFF.width]: 4, [TIFF.height]: 4 };
  const strip = (content: Uint8Array, compression: number) =>
    tiffOf(
      {
        ...small,
        [TIFF.compression]: compression,
        [TIFF.stripOffsets]: CONTENT_AT,
        [TIFF.stripBytes]: content.length,
      },
      content,
    );

  it('of a strip that unpacks to a hundred megabytes is refused before it does', async () => {
    expect((await decodeTiff(strip(deflateSync(new Uint8Array(16)), 8))).data).toHaveLength(64);
    const bomb = strip(deflateSync(new Uint8Array(100_000_000)), 8);
    await expect(decodeTiff(bomb)).rejects.toThrow('more in them than the photo');
  });

  it('of LZW codes that stand for ever longer strings is refused', async () => {
    await expect(decodeTiff(strip(lzwOfZeros(2000), 5))).rejects.toThrow('more in them');
  });

  it('of JPEG that says it is as large as a JPEG can be is refused', async () => {
    const header = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0];
    await expect(decodeTiff(strip(Uint8Array.from(header), 7))).rejects.toThrow('more in them');
  });

  it('of many strips that are all the same bytes is refused', async () => {
    const content = new Uint8Array(4000);
    const view = new DataView(content.buffer);
    for (let i = 0; i < 500; i++) view.setUint32(i * 4, CONTENT_AT, true);
    for (let i = 500; i < 1000; i++) view.setUint32(i * 4, 4000, true);
    const many: Entries = {
      [TIFF.stripOffsets]: [500, CONTENT_AT],
      [TIFF.stripBytes]: [500, CONTENT_AT + 2000],
    };
    const file = tiffOf({ ...small, [TIFF.compression]: 32773, ...many }, content);
    await expect(decodeTiff(file)).rejects.toThrow('the same bytes');
  });

  it.each([
    ['more tiles than there are', { [TIFF.tileWidth]: 1, [TIFF.tileHeight]: 1 }, 'missing'],
    ['a vast tile', { [TIFF.tileWidth]: 65_000, [TIFF.tileHeight]: 65_000 }, 'too large'],
    ['tiles without sides', { [TIFF.tileWidth]: 0, [TIFF.tileHeight]: 4 }, 'missing'],
  ])('of %s is refused', async (_, tiles, message) => {
    const file = tiffOf({ ...small, ...tiles, [TIFF.tileOffsets]: 0, [TIFF.tileBytes]: 1 });
    await expect(decodeTiff(file)).rejects.toThrow(message);
  });

  it('whose entries all list the same million values is read in little memory', () => {
    const entries = Array.from({ length: 2000 }, (_, i) => [1000 + i, [250_000, 8]]);
    const directory = readTiffDirectory(
      tiffOf(Object.fromEntries(entries), new Uint8Array(1_000_000)),
    );
    const values = [...(directory?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
    expect(values).toBe(1_000_000);
  });
});

/** By tag. */
type Entries = Readonly<Record<number, number | readonly [count: number, at: number]>>;

/** Little-endian, with 32-bit entries: a value, or how many there are and where. */
function tiffOf(entries: Entries, content: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(CONTENT_AT + content.length);
  const view = new DataView(file.buffer);
  const all = Object.entries(entries);
  view.setUint32(0, 0x2a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, all.length, true);
  for (const [i, [tag, value]] of all.entries()) {
    const [count, last] = typeof value === 'number' ? [1, value] : value;
    view.setUint16(10 + i * 12, Number(tag), true);
    view.setUint16(12 + i * 12, 4, true);
    view.setUint32(14 + i * 12, count, true);
    view.setUint32(18 + i * 12, last, true);
  }
  file.set(content, CONTENT_AT);
  return file;
}

/** Each code names the entry that it makes, one zero longer than the one before. */
function lzwOfZeros(codes: number): Uint8Array {
  const bits: number[] = [];
  const put = (code: number, width: number) => {
    for (let i = width - 1; i >= 0; i--) bits.push((code >> i) & 1);
  };
  put(256, 9);
  put(0, 9);
  for (let i = 0, width = 9; i < codes; i++) {
    const next = 258 + i;
    put(next, width);
    if (next + 2 === 1 << width && width < 12) width += 1;
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [i, bit] of bits.entries())
    bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (bit << (7 - (i & 7)));
  return bytes;
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
