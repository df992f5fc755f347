import type { PhotoFormat, PhotoProblem } from '../protocol.ts';
import { isAvifComplete } from './complete/avif.ts';
import { bmpSizeOf, isBmpComplete } from './complete/bmp.ts';
import { type Completeness, wholeIf } from './complete/complete.ts';
import { gifCompleteness } from './complete/gif.ts';
import { jpegCompleteness } from './complete/jpeg.ts';
import { pngCompleteness } from './complete/png.ts';
import { isTiffComplete } from './complete/tiff.ts';
import { webpCompleteness } from './complete/webp.ts';
import { gifHeader } from './header/gif.ts';
import type { Header } from './header/header.ts';
import { heifFacts } from './header/heif.ts';
import { jpegHeader } from './header/jpeg.ts';
import { pngHeader } from './header/png.ts';
import { tiffHeader } from './header/tiff.ts';
import { webpHeader } from './header/webp.ts';
import { unsupportedTiff } from './tiff/support.ts';

interface Kind {
  /** Null or a throw: the bytes don't say, or not yet. */
  readonly headerOf: (bytes: Uint8Array, isWholeFile: boolean) => Header | null;
  /** Browsers show the rest of a cut-off photo as grey without a word, so we look ourselves. */
  readonly completenessOf: (bytes: Uint8Array<ArrayBuffer>) => Completeness | Promise<Completeness>;
  /** For a whole file: the variant we can't show. */
  readonly unsupported?: (bytes: Uint8Array) => PhotoProblem | null;
}

/** Formats whose headers and ends we know; others are the browser's alone. */
export const KINDS: Readonly<Partial<Record<PhotoFormat, Kind>>> = {
  jpeg: { headerOf: jpegHeader, completenessOf: jpegCompleteness },
  png: {
    headerOf: pngHeader,
    completenessOf: pngCompleteness,
  },
  webp: { headerOf: webpHeader, completenessOf: webpCompleteness },
  avif: { headerOf: avifHeader, completenessOf: (bytes) => wholeIf(isAvifComplete(bytes)) },
  heic: { headerOf: heicHeader, completenessOf: (bytes) => wholeIf(isAvifComplete(bytes)) },
  gif: { headerOf: gifHeader, completenessOf: gifCompleteness },
  bmp: { headerOf: bmpHeader, completenessOf: (bytes) => wholeIf(isBmpComplete(bytes)) },
  tiff: {
    headerOf: tiffHeader,
    completenessOf: (bytes) => wholeIf(isTiffComplete(bytes)),
    unsupported: unsupportedTiff,
  },
};

function avifHeader(bytes: Uint8Array): Header | null {
  const facts = heifFacts(bytes);
  return facts && { size: facts.size, isCertain: !facts.isTurnedOrCut };
}

/** One decoder for all, which turns and cuts as the file says. */
function heicHeader(bytes: Uint8Array): Header | null {
  const facts = heifFacts(bytes);
  return facts && { size: facts.size, isCertain: true };
}

function bmpHeader(bytes: Uint8Array): Header | null {
  const size = bmpSizeOf(bytes);
  return size && { size, isCertain: true };
}
