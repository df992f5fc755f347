import { TIFF, tiffNumber, tiffSizeOf } from '../tiff/directory.ts';
import { photoPage } from '../tiff/page.ts';
import { type Header, turned } from './header.ts';

/** Null while more of the file could change which page is the photo. */
export function tiffHeader(bytes: Uint8Array, isWholeFile: boolean): Header | null {
  const chosen = photoPage(bytes);
  const size = chosen && tiffSizeOf(chosen.page);
  if (!size || !(chosen.isSure || isWholeFile)) return null;
  return { size: turned(size, tiffNumber(chosen.page, TIFF.orientation, 1)), isCertain: true };
}
