import { readerOf, tagAt } from '../complete/bytes.ts';
import { readTiffDirectory, TIFF } from '../tiff/directory.ts';
import { type Header, turned } from './header.ts';
import { jpegSegments } from './jpeg-segments.ts';

const START_OF_SCAN = 0xda;
const EXIF_SEGMENT = 0xe1;

/** Null when the file ends before its pixels begin, but for a whole one that says its size. */
export function jpegHeader(bytes: Uint8Array, isWholeFile: boolean): Header | null {
  const reader = readerOf(bytes, false);
  const orientations: (number | null)[] = [];
  let size: Header['size'] | null = null;
  let hasScan = false;
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (isFrame(marker)) size ??= { width: reader.u16(start + 3), height: reader.u16(start + 1) };
    if (marker === EXIF_SEGMENT && tagAt(bytes, start) === 'Exif') {
      orientations.push(exifOrientation(bytes.subarray(start + 6, end)));
    }
    hasScan ||= marker === START_OF_SCAN;
    if (hasScan) break;
  }
  if (!size || (!hasScan && !isWholeFile)) return null;
  const orientation = orientations.length === 0 ? 1 : (orientations[0] ?? null);
  return {
    size: turned(size, orientation ?? 1),
    // Where there are several EXIF segments, each decoder takes another one.
    isCertain: orientation !== null && orientations.length <= 1,
  };
}

/** Null where it is not as it should be. */
export function exifOrientation(exif: Uint8Array): number | null {
  const values = readTiffDirectory(exif);
  if (!values) return null;
  const [orientation = 1, ...more] = values.get(TIFF.orientation) ?? [];
  return orientation >= 1 && orientation <= 8 && more.length === 0 ? orientation : null;
}

export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
