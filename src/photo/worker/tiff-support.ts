import type { PhotoProblem, TiffFeature } from '../protocol.ts';
import { TIFF, type TiffDirectory, tiffNumber } from './tiff-directory.ts';

const JPEG = 7;
/** None, LZW, JPEG, Deflate (two numbers), PackBits; fax is for documents. */
const COMPRESSIONS = [1, 5, JPEG, 8, 32946, 32773];
const CMYK = 5;
const YCBCR = 6;
/** Grey (two ways round), RGB, palette, CMYK, YCbCr. */
const PHOTOMETRICS = [0, 1, 2, 3, CMYK, YCBCR];
const FLOAT = 3;
const MAX_SAMPLES = 8;

/** Null when utif2 shows it right; else what it is. */
export function unsupportedTiff(directory: TiffDirectory): PhotoProblem | null {
  const compression = tiffNumber(directory, TIFF.compression, 1);
  const photometric = tiffNumber(directory, TIFF.photometric, 2);
  const samples = tiffNumber(directory, TIFF.samplesPerPixel, 1);
  const bits = tiffNumber(directory, TIFF.bitsPerSample, 1);
  const planes = tiffNumber(directory, TIFF.planes, 1);
  const predictor = tiffNumber(directory, TIFF.predictor, 1);
  const sampleFormat = tiffNumber(directory, TIFF.sampleFormat, 1);
  if (isRaw(directory)) return { kind: 'foreign', file: 'raw' };
  if (samples > MAX_SAMPLES) return tiff('samples', samples);
  if (!COMPRESSIONS.includes(compression)) return tiff('compression', compression);
  if (!PHOTOMETRICS.includes(photometric)) return tiff('colours', photometric);
  if (photometric === YCBCR && compression !== JPEG) return tiff('ycbcr', compression);
  if (samples > 1 && planes === 2) return tiff('planes', planes);
  if (predictor === 3) return tiff('predictor', predictor);
  if (sampleFormat === FLOAT) return tiff('float', sampleFormat);
  if (compression === JPEG && samples !== 3) return tiff('jpeg', samples);
  if (photometric === CMYK && bits !== 8) return tiff('cmyk', bits);
  if (![1, 2, 4, 8, 16].includes(bits)) return tiff('bits', bits);
  return null;
}

function tiff(has: TiffFeature, number: number): PhotoProblem {
  return { kind: 'tiff', has, number };
}

/** Raw files carry a small preview first and the sensor's data in sub-directories. */
function isRaw(directory: TiffDirectory): boolean {
  const isPreview = (tiffNumber(directory, TIFF.subfileType, 0) & 1) === 1;
  const hasRawInside = directory.has(TIFF.subDirectories) && directory.has(TIFF.make);
  return directory.has(TIFF.dngVersion) || (isPreview && hasRawInside);
}
