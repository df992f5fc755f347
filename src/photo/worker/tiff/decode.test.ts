import { deflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { inspectFile } from '../inspect.ts';
import type { Rgba } from '../orientation.ts';
import { fixtureNames, readFixture } from '../testing/fixtures.ts';
import { decodeTiff } from './decode.ts';
import { readTiffDirectory, TIFF } from './directory.ts';

const names = fixtureNames().filter((name) => name.endsWith('.tif'));

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
const BLACK: Colour = [0, 0, 0];

/** JPEG is near, colour models round; the rest is exact but for rounding. */
const TOLERANCES = [
  ['jpeg', 12],
  ['ycbcr', 3],
  ['lab', 6],
] as const;

function luma([red, green, blue]: Colour): Colour {
  const grey = red * 0.299 + green * 0.587 + blue * 0.114;
  return [grey, grey, grey];
}

function expectedQuarters(name: string): readonly Colour[] {
  const greens = QUARTERS.map(([, green]): Colour => [green, green, green]);
  if (name === 'alpha.tif') return [...QUARTERS.slice(0, 2), WHITE, WHITE];
  if (name === 'grey.tif' || name === 'grey-jpeg.tif') return QUARTERS.map(luma);
  if (name.startsWith('fax')) return [BLACK, WHITE, BLACK, WHITE];
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

// Bombs take a while to make.
vi.setConfig({ testTimeout: 60_000 });

describe('TIFF', () => {
  it.each(names)('shows its scene upright and opaque: %s', async (name) => {
    const picture = await decodeTiff(readFixture(name));
    expect(picture.size).toEqual({ width: 24, height: 16 });
    expect(picture.data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    const tolerance = TOLERANCES.find(([part]) => name.includes(part))?.[1] ?? 1;
    const expected = expectedQuarters(name);
    for (const [i, colour] of quartersOf(picture).entries()) {
      for (const [c, value] of colour.entries()) {
        expect(Math.abs(value - (expected[i]?.[c] ?? -1000))).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it.each([
    [{ [TIFF.compression]: 50000 }, { kind: 'tiff-compression', name: 'Zstandard' }],
    [{ [TIFF.compression]: 6 }, { kind: 'tiff-compression', name: 'JPEG (TIFF 6.0, 1992)' }],
    [{ [TIFF.compression]: 12345 }, { kind: 'tiff', has: 'compression', number: 12345 }],
    [{ [TIFF.photometric]: 32803 }, { kind: 'tiff', has: 'colours', number: 32803 }],
    [{ [TIFF.sampleFormat]: 6 }, { kind: 'tiff', has: 'complex', number: 6 }],
    [{ [TIFF.bitsPerSample]: 48 }, { kind: 'tiff', has: 'bits', number: 48 }],
    [{ [TIFF.predictor]: 3 }, { kind: 'tiff', has: 'predictor', number: 3 }],
    [{ [TIFF.dngVersion]: 1 }, { kind: 'foreign', file: 'raw' }],
  ])('names what can not be shown: %o', async (entries, problem) => {
    const pixels = { [TIFF.stripOffsets]: CONTENT_AT, [TIFF.stripBytes]: 16 };
    const page = { ...PIXEL, [TIFF.width]: 4, [TIFF.height]: 4, ...pixels, ...entries };
    const file = tiffOf(page, new Uint8Array(1000));
    expect(await inspectFile(new Blob([file]))).toEqual({ ok: false, problem });
  });
});

const PIXEL = { [TIFF.bitsPerSample]: 8, [TIFF.photometric]: 1 };

describe('a TIFF that is a bomb', () => {
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

  it('of a strip that unpacks to twenty megabytes is unpacked no further than the photo', async () => {
    const bomb = strip(deflateSync(new Uint8Array(20_000_000)), 8);
    expect((await decodeTiff(bomb)).data).toHaveLength(64);
    const tooLittle = strip(deflateSync(new Uint8Array(15)), 8);
    await expect(decodeTiff(tooLittle)).rejects.toThrow('rows are missing');
  });

  it('of LZW codes that stand for ever longer strings is unpacked no further either', async () => {
    expect((await decodeTiff(strip(lzwOfZeros(2000), 5))).data).toHaveLength(64);
  });

  it('of JPEG that says it is as large as a JPEG can be is refused', async () => {
    const header = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0];
    await expect(decodeTiff(strip(Uint8Array.from(header), 7))).rejects.toThrow('more pixels');
  });

  it('of many strips that are all the same bytes is refused', async () => {
    const content = new Uint8Array(8000);
    const view = new DataView(content.buffer);
    for (let i = 0; i < 1000; i++) view.setUint32(i * 4, CONTENT_AT, true);
    for (let i = 1000; i < 2000; i++) view.setUint32(i * 4, 4000, true);
    const many: Entries = {
      [TIFF.height]: 1000,
      [TIFF.rowsPerStrip]: 1,
      [TIFF.stripOffsets]: [1000, CONTENT_AT],
      [TIFF.stripBytes]: [1000, CONTENT_AT + 4000],
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
