import type { PhotoFormat, PhotoProblem } from './protocol.ts';

const ACCEPTED = 'JPEG, PNG, WebP, AVIF, GIF, BMP or TIFF';

const FORMAT_NAMES: Readonly<Record<PhotoFormat, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  avif: 'AVIF',
  gif: 'GIF',
  bmp: 'BMP',
  tiff: 'TIFF',
};

/** One sentence for the person: what was wrong, and what works instead. */
export function describePhotoProblem(problem: PhotoProblem): string {
  switch (problem.kind) {
    case 'empty':
      return `The file is empty; please open a ${ACCEPTED} photo.`;
    case 'inaccessible':
      return 'The file could not be read from the disk; it may have been moved, deleted or be a folder.';
    case 'not-an-image':
      return `This is not a photo; please open a ${ACCEPTED} file.`;
    case 'unsupported':
      return `This kind of file (${problem.format}) can’t be opened; please convert it to ${ACCEPTED}.`;
    case 'truncated':
      return `This ${FORMAT_NAMES[problem.format]} file is cut off; please copy or download the whole file again.`;
    case 'unreadable':
      return `This ${FORMAT_NAMES[problem.format]} file is damaged or of a rare kind; please try another copy, or convert it to JPEG or PNG.`;
    case 'too-large':
      return `This photo has ${megapixels(problem.megapixels)}; please shrink it to at most ${problem.limit} megapixels.`;
    case 'out-of-memory':
      return `There is not enough memory for this photo of ${megapixels(problem.megapixels)}; please close other tabs or open a smaller photo.`;
    case 'worker-failed':
      return 'The photo reader stopped, perhaps for lack of memory; please try again or open a smaller photo.';
  }
}

/** Rounded up, so that a photo just over the limit doesn't read as within it. */
function megapixels(count: number): string {
  return `${Math.ceil(count).toLocaleString('en')} megapixels`;
}
