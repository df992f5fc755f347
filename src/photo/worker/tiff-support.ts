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

/** Null when utif2 shows it right; else what it is, in words. */
export function unsupportedTiff(directory: TiffDirectory): string | null {
  const compression = tiffNumber(directory, TIFF.compression, 1);
  const photometric = tiffNumber(directory, TIFF.photometric, 2);
  const samples = tiffNumber(directory, TIFF.samplesPerPixel, 1);
  const bits = tiffNumber(directory, TIFF.bitsPerSample, 1);
  if (isRaw(directory)) return 'camera raw';
  if (samples > MAX_SAMPLES) return `TIFF with ${samples} samples a pixel`;
  if (!COMPRESSIONS.includes(compression)) return `TIFF with compression ${compression}`;
  if (!PHOTOMETRICS.includes(photometric)) return `TIFF with colour model ${photometric}`;
  if (photometric === YCBCR && compression !== JPEG) return 'TIFF with uncompressed YCbCr';
  if (samples > 1 && tiffNumber(directory, TIFF.planes, 1) === 2) return 'TIFF with colour planes';
  if (tiffNumber(directory, TIFF.predictor, 1) === 3) return 'TIFF with float predictor';
  if (tiffNumber(directory, TIFF.sampleFormat, 1) === FLOAT) return 'TIFF with float samples';
  if (compression === JPEG && samples !== 3) return `TIFF with JPEG of ${samples} samples a pixel`;
  if (photometric === CMYK && bits !== 8) return `CMYK TIFF with ${bits} bits a sample`;
  if (![1, 2, 4, 8, 16].includes(bits)) return `TIFF with ${bits} bits a sample`;
  return null;
}

/** Raw files carry a small preview first and the sensor's data in sub-directories. */
function isRaw(directory: TiffDirectory): boolean {
  const isPreview = (tiffNumber(directory, TIFF.subfileType, 0) & 1) === 1;
  const hasRawInside = directory.has(TIFF.subDirectories) && directory.has(TIFF.make);
  return directory.has(TIFF.dngVersion) || (isPreview && hasRawInside);
}
