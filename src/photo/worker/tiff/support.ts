import type { PhotoProblem, TiffFeature } from '../../protocol.ts';
import { TIFF, type TiffDirectory, tiffNumber } from './directory.ts';
import { COMPRESSION, layoutOf, PHOTOMETRIC, type TiffLayout } from './layout.ts';
import { photoPage } from './page.ts';

/** By names that are the same in every language. */
const COMPRESSION_NAMES: ReadonlyMap<number, string> = new Map([
  [6, 'JPEG (TIFF 6.0, 1992)'],
  [9, 'JBIG'],
  [10, 'JBIG'],
  [32766, 'NeXT'],
  [32767, 'Sony ARW'],
  [32809, 'ThunderScan'],
  [33003, 'JPEG 2000'],
  [33004, 'JPEG 2000'],
  [33005, 'JPEG 2000'],
  [34661, 'JBIG'],
  [34676, 'LogLuv'],
  [34677, 'LogLuv'],
  [34712, 'JPEG 2000'],
  [34713, 'Nikon NEF'],
  [34887, 'LERC'],
  [34892, 'Adobe DNG'],
  [34925, 'LZMA'],
  [34933, 'PNG'],
  [34934, 'JPEG XR'],
  [50000, 'Zstandard'],
  [50001, 'WebP'],
  [50002, 'JPEG XL'],
  [52546, 'JPEG XL'],
]);

const COMPRESSIONS: readonly number[] = Object.values(COMPRESSION);
const PHOTOMETRICS: readonly number[] = Object.values(PHOTOMETRIC);
const { modifiedHuffman, group3, group4, jpeg } = COMPRESSION;
const FAX: readonly number[] = [modifiedHuffman, group3, group4];
/** Unsigned integers, signed ones, floats; 4 says nothing. */
const SAMPLE_FORMATS = [1, 2, 3, 4];
const FLOAT = 3;
const MAX_SAMPLES = 1024;

/** Null when it can be shown; else what it is. */
export function unsupportedTiff(bytes: Uint8Array): PhotoProblem | null {
  const chosen = photoPage(bytes);
  const layout = chosen && layoutOf(chosen.page);
  if (!layout) return null;
  if (isRaw(chosen.first)) return { kind: 'foreign', file: 'raw' };
  const { bits, compression, photometric, sampleFormat } = layout;
  if (bits.length > MAX_SAMPLES) return tiff('samples', bits.length);
  if (!COMPRESSIONS.includes(compression)) return compressed(compression);
  if (!PHOTOMETRICS.includes(photometric)) return tiff('colours', photometric);
  if (!SAMPLE_FORMATS.includes(sampleFormat)) return tiff('complex', sampleFormat);
  const [most, least] = [Math.max(...bits), Math.min(...bits)];
  if (!areBitsKnown(layout)) return tiff('bits', most <= 64 && least > 0 ? most : least);
  return unsupportedMixture(layout);
}

/** What is known on its own, but not together. */
function unsupportedMixture(layout: TiffLayout): PhotoProblem | null {
  const { bits, compression, photometric, predictor, isPlanar, subsampling } = layout;
  const most = Math.max(...bits);
  const isColourOfTwo = photometric === PHOTOMETRIC.ycbcr && (bits.length !== 3 || most !== 8);
  if (isColourOfTwo || !subsampling.every((n) => [1, 2, 4].includes(n))) {
    return tiff('ycbcr', compression);
  }
  if (photometric === PHOTOMETRIC.ycbcr && isPlanar && subsampling.some((n) => n > 1)) {
    return tiff('ycbcr', compression);
  }
  if (FAX.includes(compression) && (bits.length > 1 || most > 1)) return tiff('bits', most);
  if (compression === jpeg && most !== 8) return tiff('jpegBits', most);
  const isEven = bits.every((other) => other === most) && [8, 16, 32].includes(most);
  const isPredicted = predictor === 2 ? isEven : predictor === 3 && layout.sampleFormat === FLOAT;
  if (predictor > 1 && compression !== jpeg && !isPredicted) return tiff('predictor', predictor);
  return null;
}

function areBitsKnown({ bits, sampleFormat }: TiffLayout): boolean {
  const [first] = bits;
  if (sampleFormat === FLOAT) return bits.every((n) => n === first && [16, 32, 64].includes(n));
  return bits.every((n) => (n >= 1 && n <= 32) || (n === 64 && first === 64));
}

function compressed(compression: number): PhotoProblem {
  const name = COMPRESSION_NAMES.get(compression);
  return name
    ? { kind: 'tiff-compression', name }
    : { kind: 'tiff', has: 'compression', number: compression };
}

function tiff(has: TiffFeature, number: number): PhotoProblem {
  return { kind: 'tiff', has, number };
}

/** Raw files carry a small preview first and the sensor's data in sub-directories. */
function isRaw(page: TiffDirectory): boolean {
  const isPreview = (tiffNumber(page, TIFF.subfileType, 0) & 1) === 1;
  const hasRawInside = page.has(TIFF.subDirectories) && page.has(TIFF.make);
  return page.has(TIFF.dngVersion) || (isPreview && hasRawInside);
}
