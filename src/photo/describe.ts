import { t } from '../words/words.ts';
import type { PhotoFormat, PhotoProblem } from './protocol.ts';

const FORMAT_NAMES: Readonly<Record<PhotoFormat, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  avif: 'AVIF',
  gif: 'GIF',
  bmp: 'BMP',
  tiff: 'TIFF',
  heic: 'HEIC',
  jxl: 'JPEG XL',
  other: '',
};

/** One sentence for the person: what was wrong, and what works instead. */
export function describePhotoProblem(problem: PhotoProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t('photos.problems.empty', { formats: formats() });
    case 'inaccessible':
      return t('photos.problems.inaccessible');
    case 'not-an-image':
      return t('photos.problems.notAnImage', { formats: formats() });
    case 'unsupported':
      return unsupported(problem.format);
    case 'foreign':
      return unsupported(t(`photos.kinds.${problem.file}`));
    case 'tiff':
      return unsupported(t(`photos.tiff.${problem.has}`, problem));
    case 'tiff-compression':
      return unsupported(t('photos.tiff.namedCompression', problem));
    case 'no-heic-reader':
      return t('photos.problems.noHeicReader');
    case 'truncated':
      return t('photos.problems.truncated', { format: FORMAT_NAMES[problem.format] });
    case 'unreadable':
      return t('photos.problems.unreadable', { format: FORMAT_NAMES[problem.format] });
    case 'too-large':
      // Rounded up, so a photo just over the limit doesn't read as within it.
      return t('photos.problems.tooLarge', {
        megapixels: Math.ceil(problem.megapixels),
        limit: problem.limit,
      });
    case 'out-of-memory':
      return t('photos.problems.outOfMemory', { megapixels: Math.ceil(problem.megapixels) });
    case 'worker-failed':
      return t('photos.problems.workerFailed');
  }
}

function unsupported(format: string): string {
  return t('photos.problems.unsupported', { format, formats: formats() });
}

/** The formats that can be opened. */
function formats(): string {
  return t('photos.problems.formats');
}
