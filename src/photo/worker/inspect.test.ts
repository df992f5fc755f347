import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhotoFormat } from '../protocol.ts';
import { type Inspection, inspectFile } from './inspect.ts';
import { fixtureNames, readFixture } from './testing/fixtures.ts';

const FORMATS: Readonly<Record<string, PhotoFormat>> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
  bmp: 'bmp',
  tif: 'tiff',
};

const UNSUPPORTED = 'planes.tif';
const names = fixtureNames().filter((name) => name !== UNSUPPORTED);

function inspect(...parts: BlobPart[]): Promise<Inspection> {
  return inspectFile(new Blob(parts));
}

function formatOf(name: string): PhotoFormat {
  return FORMATS[name.split('.').at(-1) ?? ''] as PhotoFormat;
}

async function problemOf(...parts: BlobPart[]) {
  const inspection = await inspect(...parts);
  return inspection.ok ? null : inspection.problem;
}

/** Where the first picture of a file with two ends. */
const TRAILING_FROM = readFixture('plain.jpg').length;

function shortestWhole(name: string, length: number): number {
  return name === 'trailing.jpg' ? TRAILING_FROM : length;
}

describe('a whole photo', () => {
  it('covers every format', () => {
    expect(new Set(names.map(formatOf))).toEqual(new Set(Object.values(FORMATS)));
  });

  it.each(names)('is recognised by its bytes, with its size: %s', async (name) => {
    const inspection = await inspect(readFixture(name));
    const isTurned = /orientation-[5678]/.test(name);
    const size = isTurned ? { width: 16, height: 24 } : { width: 24, height: 16 };
    expect(inspection).toMatchObject({ ok: true, format: formatOf(name), size });
  });
});

/** Every byte near the ends, every seventh between. */
function stepAt(length: number, whole: number): number {
  return length < 64 || length > whole - 64 ? 1 : 7;
}

describe('a photo cut off', () => {
  it.each(names)('is never taken for whole: %s', async (name) => {
    const bytes = readFixture(name);
    const whole = shortestWhole(name, bytes.length);
    for (let length = 1; length < whole; length += stepAt(length, whole)) {
      const problem = await problemOf(bytes.subarray(0, length));
      expect(['truncated', 'not-an-image'], `${length} bytes`).toContain(problem?.kind);
    }
  });

  it('is named with its format once the signature is there', async () => {
    for (const name of names) {
      const bytes = readFixture(name);
      const cut = bytes.subarray(0, Math.floor(shortestWhole(name, bytes.length) * 0.7));
      expect(await problemOf(cut), name).toEqual({ kind: 'truncated', format: formatOf(name) });
    }
  });
});

describe('what is not a photo we open', () => {
  it('says empty', async () => {
    expect(await problemOf()).toEqual({ kind: 'empty' });
  });

  it.each([
    'just some words',
    '<!DOCTYPE html><html><body><svg></svg></body></html>',
    '%PDF-1.7\n1 0 obj',
    '{"json": true}',
    'PK\x03\x04zip',
    'BM is how this sentence starts, but it is not a bitmap',
  ])('says not an image: %s', async (text) => {
    expect(await problemOf(text)).toEqual({ kind: 'not-an-image' });
  });

  it.each([
    ['SVG', '<?xml version="1.0"?>\n<!-- hi -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>x()</script></svg>'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['JPEG XL', '\0\0\0\x0cJXL \r\n'],
    ['Photoshop', '8BPS\0\x01'],
  ])('names %s', async (format, text) => {
    expect(await problemOf(text)).toEqual({ kind: 'unsupported', format });
  });

  it.each([
    ['raw', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'],
    ['raw', 'FUJIFILMCCD-RAW 0201'],
    ['video', '\0\0\0\x18ftypisom\0\0\x02\0isommp41'],
    ['windowsIcon', '\0\0\x01\0\x01\0'],
  ])('tells %s from photos', async (file, text) => {
    expect(await problemOf(text)).toEqual({ kind: 'foreign', file });
  });

  it('names a variant it would show wrongly', async () => {
    const problem = { kind: 'tiff', has: 'planes', number: 2 };
    expect(await problemOf(readFixture(UNSUPPORTED))).toEqual(problem);
  });

  it('refuses more than 100 megapixels by the header alone', async () => {
    const png = readFixture('plain.png');
    new DataView(png.buffer).setUint32(16, 10_001);
    new DataView(png.buffer).setUint32(20, 10_000);
    expect(await problemOf(png)).toEqual({ kind: 'too-large', megapixels: 100.01, limit: 100 });
    new DataView(png.buffer).setUint32(16, 10_000);
    expect(await problemOf(png)).toBeNull();
  });
});

describe('damaged bytes', () => {
  it('never throw, whatever they are', async () => {
    const start = fc.constantFrom(...names.map((name) => readFixture(name).subarray(0, 16)));
    const noise = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(start, noise, async (signature, rest) => {
        expect(await inspect(signature, new Uint8Array(rest))).toHaveProperty('ok');
        expect(await problemOf(new Uint8Array(rest))).not.toBeNull();
      }),
    );
  });
});
