import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import type { Size } from '../../geometry/spaces.ts';
import { MAX_MEGAPIXELS, type PhotoFormat, type PhotoProblem } from '../protocol.ts';
import { isAvifComplete } from './complete/avif.ts';
import { bmpSizeOf, isBmpComplete } from './complete/bmp.ts';
import { isGifComplete } from './complete/gif.ts';
import { isJpegComplete } from './complete/jpeg.ts';
import { isPngComplete } from './complete/png.ts';
import { isTiffComplete } from './complete/tiff.ts';
import { isWebpComplete } from './complete/webp.ts';
import { SNIFF_BYTES, sniff } from './sniff.ts';
import { readTiffDirectory, tiffSizeOf } from './tiff-directory.ts';
import { unsupportedTiff } from './tiff-support.ts';

/** A file that looks whole and is of a size we take. `size` is the header's, orientation not applied. */
export interface Inspected {
  readonly ok: true;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: PhotoFormat;
  readonly size: Size;
}

export type Inspection = Inspected | { readonly ok: false; readonly problem: PhotoProblem };

interface Kind {
  /** Null or a throw: the header doesn't say. */
  readonly sizeOf: (bytes: Uint8Array) => Size | null;
  /** Browsers show the rest of a cut-off photo as grey without a word, so we look ourselves. */
  readonly isComplete: (bytes: Uint8Array) => boolean;
  /** Of a whole file: the variant we can't show. */
  readonly unsupported?: (bytes: Uint8Array) => PhotoProblem | null;
}

const KINDS: Readonly<Record<PhotoFormat, Kind>> = {
  jpeg: { sizeOf: JPG.calculate, isComplete: isJpegComplete },
  png: { sizeOf: PNG.calculate, isComplete: isPngComplete },
  webp: { sizeOf: WEBP.calculate, isComplete: isWebpComplete },
  avif: { sizeOf: avifSizeOf, isComplete: isAvifComplete },
  gif: { sizeOf: GIF.calculate, isComplete: isGifComplete },
  bmp: { sizeOf: bmpSizeOf, isComplete: isBmpComplete },
  tiff: {
    sizeOf(bytes) {
      const directory = readTiffDirectory(bytes);
      return directory && tiffSizeOf(directory);
    },
    isComplete: isTiffComplete,
    unsupported(bytes) {
      const directory = readTiffDirectory(bytes);
      return directory && unsupportedTiff(directory);
    },
  },
};

/** A file's format and the size in its header; what is behind the header is not looked at. */
export type Header =
  | {
      readonly ok: true;
      readonly format: PhotoFormat;
      readonly size: Size;
      readonly head: Uint8Array;
    }
  | { readonly ok: false; readonly problem: PhotoProblem };

/** Some headers come late: behind a large preview in JPEG, at the end of TIFF. */
const HEAD_BYTES = [SNIFF_BYTES, 256 * 1024, Number.POSITIVE_INFINITY];

export async function readHeader(file: Blob): Promise<Header> {
  if (file.size === 0) return refuse({ kind: 'empty' });
  for (const length of HEAD_BYTES) {
    const head = await readBytes(file.slice(0, Math.min(length, file.size)));
    if (!head) return refuse({ kind: 'inaccessible' });
    const sniffed = sniff(head);
    if ('problem' in sniffed) return refuse(sniffed.problem);
    const size = headerSizeOf(sniffed.format, head);
    const large = tooLarge(size);
    if (large) return refuse(large);
    if (size) return { ok: true, format: sniffed.format, size, head };
    if (length >= file.size) return refuse(noSize(sniffed.format));
  }
  return refuse({ kind: 'not-an-image' });
}

/** Reads the header first, so that a huge or foreign file is refused without reading it all. */
export async function inspectFile(file: Blob): Promise<Inspection> {
  if (file.size === 0) return refuse({ kind: 'empty' });
  const head = await readBytes(file.slice(0, SNIFF_BYTES));
  if (!head) return refuse({ kind: 'inaccessible' });
  const sniffed = sniff(head);
  if ('problem' in sniffed) return refuse(sniffed.problem);
  const { format } = sniffed;
  const early = tooLarge(headerSizeOf(format, head));
  if (early) return refuse(early);
  const bytes = await readBytes(file);
  return bytes ? inspectBytes(bytes, format) : refuse({ kind: 'inaccessible' });
}

function inspectBytes(bytes: Uint8Array<ArrayBuffer>, format: PhotoFormat): Inspection {
  const size = headerSizeOf(format, bytes);
  const large = tooLarge(size);
  if (large) return refuse(large);
  if (!KINDS[format].isComplete(bytes)) return refuse({ kind: 'truncated', format });
  const unsupported = KINDS[format].unsupported?.(bytes);
  if (unsupported) return refuse(unsupported);
  if (!size) return refuse(noSize(format));
  return { ok: true, bytes, format, size };
}

function headerSizeOf(format: PhotoFormat, bytes: Uint8Array): Size | null {
  try {
    const size = KINDS[format].sizeOf(bytes);
    return size && size.width > 0 && size.height > 0
      ? { width: size.width, height: size.height }
      : null;
  } catch {
    return null;
  }
}

/** A grid of tiles, a thumbnail and an alpha plane each state a size; the largest is the photo's. */
function avifSizeOf(bytes: Uint8Array): Size {
  const { images, ...first } = HEIF.calculate(bytes);
  return (images ?? [first]).reduce((largest, size) =>
    size.width * size.height > largest.width * largest.height ? size : largest,
  );
}

function tooLarge(size: Size | null): PhotoProblem | null {
  const megapixels = size ? (size.width * size.height) / 1e6 : 0;
  return megapixels > MAX_MEGAPIXELS
    ? { kind: 'too-large', megapixels, limit: MAX_MEGAPIXELS }
    : null;
}

function noSize(format: PhotoFormat): PhotoProblem {
  return { kind: 'unreadable', format, detail: 'no size in the header' };
}

function refuse(problem: PhotoProblem): { readonly ok: false; readonly problem: PhotoProblem } {
  return { ok: false, problem };
}

/** Null when the disk refuses: the file is gone, locked, or a folder. */
async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
