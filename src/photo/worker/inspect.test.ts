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
  heic: 'heic',
  gif: 'gif',
  bmp: 'bmp',
  tif: 'tiff',
};

const names = fixtureNames();
/** What a header says of itself is not believed where a decoder may say something else. */
const UNTURNED = /^turned\.(png|webp)$/;

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

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'latin1'));
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
    const upright = { width: 24, height: 16 };
    const size = UNTURNED.test(name) ? { width: 16, height: 24 } : upright;
    expect(inspection).toMatchObject({ ok: true, format: formatOf(name), size });
  });
});

/** Every byte near the ends, every seventh between. */
function stepAt(length: number, whole: number): number {
  return length < 64 || length > whole - 64 ? 1 : 7;
}

/** How a frame of a GIF that is one of several begins. */
const FRAME = '\x21\xf9\x04';

/** How many bytes hold the pixels that are shown; what follows them may be missing. */
const PIXELS_END: Readonly<Record<string, (text: string) => number>> = {
  // Before the checksums of the chunk and of what it holds, and what is left of its last byte.
  png: (text) => text.indexOf('IEND') - 4 - 4 - 4 - 1,
  // Before the code that ends them, and the second frame.
  gif(text) {
    const frame = text.lastIndexOf(FRAME);
    return (frame > text.length / 2 ? frame : text.length) - 4;
  },
  // Where the next directory is, behind the last one.
  tif: (text) => text.length - 4,
  webp(text) {
    const at = /VP8[ L]|ANMF/.exec(text)?.index ?? 0;
    const [low = 0, high = 0] = [4, 5].map((i) => text.charCodeAt(at + i));
    return at + 8 + low + 256 * high;
  },
};

function pixelsEnd(name: string, bytes: Uint8Array): number {
  const ending = name.split('.').at(-1) ?? '';
  return PIXELS_END[ending]?.(Buffer.from(bytes).toString('latin1')) ?? bytes.length;
}

describe('a photo cut off', () => {
  it.each(names)('is never taken for whole while pixels are missing: %s', async (name) => {
    const bytes = readFixture(name);
    const whole = shortestWhole(name, bytes.length);
    const end = pixelsEnd(name, bytes);
    for (let length = 1; length < whole; length += stepAt(length, whole)) {
      const inspection = await inspect(bytes.subarray(0, length));
      const isJpeg = name.endsWith('.jpg');
      if (inspection.ok)
        expect(isJpeg ? inspection.isOpenEnded : length >= end, `${length}`).toBe(true);
      else expect(['truncated', 'not-an-image']).toContain(inspection.problem.kind);
    }
  });

  it.each([
    'plain.png',
    'palette.png',
    'grey16.png',
    'plain.gif',
    'animated.gif',
    'alpha.webp',
    'turned.webp',
  ])('is whole without its last mark: %s', async (name) => {
    const bytes = readFixture(name);
    const end = pixelsEnd(name, bytes);
    for (const gone of [bytes.length - 1, Math.min(end + 4, bytes.length)]) {
      expect(await inspect(bytes.subarray(0, gone)), `${gone}`).toMatchObject({ ok: true });
    }
    expect(await inspect(bytes, new Uint8Array(5))).toMatchObject({ ok: true, isOpenEnded: false });
  });

  it('of JPEG is a matter of decoding once its last scan has begun', async () => {
    const isOpenEnded = async (name: string, cut: number) => {
      const inspection = await inspect(readFixture(name).subarray(0, -cut));
      return inspection.ok ? inspection.isOpenEnded : inspection.problem.kind;
    };
    expect(await isOpenEnded('plain.jpg', 2)).toBe(true);
    expect(await isOpenEnded('progressive.jpg', 2)).toBe(true);
    // Before the last of the scans that bring all bits.
    expect(await isOpenEnded('progressive.jpg', 120)).toBe('truncated');
  });

  it('is named with its format once the signature is there', async () => {
    for (const name of names.filter(
      (one) => !/^(animated|plain|grey|cmyk|orient|trail)/.test(one),
    )) {
      const bytes = readFixture(name);
      const cut = bytes.subarray(0, Math.floor(pixelsEnd(name, bytes) * 0.7));
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
    // Targa, which begins as an icon would that holds none.
    '\0\0\x02\0\0\0\0\0\0\0\0\0\xc8\0\x20\0\x18\0',
  ])('says not an image: %s', async (text) => {
    expect(await problemOf(text)).toEqual({ kind: 'not-an-image' });
  });

  it.each([
    [
      'other',
      'SVG',
      '<?xml version="1.0"?>\n<!-- hi -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
    ['other', 'SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script/></svg>'],
    ['jxl', 'JPEG XL', '\0\0\0\x0cJXL \r\n'],
    ['jxl', 'JPEG XL', '\xff\x0a'],
    ['other', 'Photoshop', '8BPS\0\x01'],
    ['other', 'JPEG 2000', '\0\0\0\x0cjP  \r\n'],
    ['other', 'QOI', 'qoif\0\0\0\x80'],
    ['other', 'FITS', 'SIMPLE  =                    T'],
    ['other', 'HDF5', '\x89HDF\r\n\x1a\n'],
    ['other', 'NRRD', 'NRRD0004\n'],
    ['other', 'PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n'],
    ['other', 'SGI', '\x01\xda\x01\x01\0\x03'],
    ['other', 'PCX', '\x0a\x05\x01\x08\0\0'],
  ])(
    'leaves to the browser what it may know, with a word if it does not: %s, %s',
    async (format, name, text) => {
      const otherwise = { kind: 'unsupported', format: name };
      expect(await inspect(latin1(text))).toMatchObject({
        ok: true,
        format,
        size: null,
        otherwise,
      });
    },
  );

  it.each([
    ['raw', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'],
    ['raw', 'FUJIFILMCCD-RAW 0201'],
    ['windowsIcon', '\0\0\x01\0\x01\0'],
  ])('tells %s from photos', async (file, text) => {
    const otherwise = { kind: 'foreign', file };
    expect(await inspect(latin1(text))).toMatchObject({ ok: true, format: 'other', otherwise });
  });

  it('asks no browser for a picture of a video', async () => {
    const video = '\0\0\0\x18ftypisom\0\0\x02\0isommp41';
    expect(await problemOf(video)).toEqual({ kind: 'foreign', file: 'video' });
  });

  it.each([
    ['of OS/2 1', 12, [127, 0, 64, 0, 1, 0, 8, 0]],
    ['of OS/2 2, cut short', 16, [127, 0, 0, 0, 64, 0, 0, 0, 1, 0, 8, 0]],
    ['of Windows', 40, [127, 0, 0, 0, 64, 0, 0, 0, 1, 0, 8, 0, ...Array(24).fill(0)]],
  ])('knows the size of a BMP %s', async (_, headerBytes, fields) => {
    const offset = 14 + headerBytes;
    const head = [0x42, 0x4d, 0, 0, 0, 0, 0, 0, 0, 0, offset, 0, 0, 0, headerBytes, 0, 0, 0];
    const bytes = Uint8Array.from([...head, ...fields, ...Array(128 * 64).fill(0)]);
    expect(await inspect(bytes)).toMatchObject({
      ok: true,
      format: 'bmp',
      size: { width: 127, height: 64 },
    });
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
