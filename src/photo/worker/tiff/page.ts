import { readTiffPages, TIFF, type TiffDirectory, tiffNumber, tiffSizeOf } from './directory.ts';

const REDUCED = 1;
const MASK = 4;
/** A page with so many times the pixels of the first one makes that a thumbnail, marked or not. */
const THUMBNAIL_SHARE = 8;

interface PhotoPage {
  readonly page: TiffDirectory;
  readonly first: TiffDirectory;
  /** False while more of the file could change the choice. */
  readonly isSure: boolean;
}

/**
 * The page that is the photo: the first one, unless it is marked as a smaller copy or as a mask, or is
 * far smaller than another. Null when none can be read.
 */
export function photoPage(bytes: Uint8Array): PhotoPage | null {
  const read = readTiffPages(bytes);
  if (!read) return null;
  const sized = read.pages.filter((page) => tiffSizeOf(page) !== null);
  const own = sized.filter((page) => (subfileType(page) & (REDUCED | MASK)) === 0);
  const candidates = own.length > 0 ? own : sized;
  const [first] = candidates;
  if (!first) return null;
  const largest = candidates.reduce((a, b) => (pixels(b) > pixels(a) ? b : a));
  const isThumbnail = own.length === 0 || pixels(largest) >= THUMBNAIL_SHARE * pixels(first);
  return {
    page: isThumbnail ? largest : first,
    first: read.pages[0] ?? first,
    isSure: read.isWhole,
  };
}

function subfileType(page: TiffDirectory): number {
  return tiffNumber(page, TIFF.subfileType, 0);
}

function pixels(page: TiffDirectory): number {
  return tiffNumber(page, TIFF.width, 0) * tiffNumber(page, TIFF.height, 0);
}
