import { decodeImage, type IFD, toRGBA8 } from 'utif2';
import { type Rgba, upright } from './orientation.ts';
import {
  readTiffDirectory,
  TIFF,
  type TiffDirectory,
  tiffNumber,
  tiffSizeOf,
} from './tiff-directory.ts';
import { checkPieces } from './tiff-pieces.ts';

const CMYK = 5;
const ASSOCIATED_ALPHA = 1;
const STRAIGHT_ALPHA = 2;

/** Opaque, upright RGBA of the first page. Rejects where the file is corrupt. */
export async function decodeTiff(bytes: Uint8Array<ArrayBuffer>): Promise<Rgba> {
  const directory = readTiffDirectory(bytes);
  const size = directory && tiffSizeOf(directory);
  if (!directory || !size) throw new Error('no first page');
  await checkPieces(bytes, directory, size);
  const page = toUtif(directory);
  decodeImage(bytes.buffer, page);
  const data =
    tiffNumber(directory, TIFF.photometric, 2) === CMYK
      ? cmykToRgba(page)
      : rgbaOf(page, directory);
  if (data.length !== size.width * size.height * 4) throw new Error('rows are missing');
  return upright({ size, data }, tiffNumber(directory, TIFF.orientation, 1));
}

/** Our own directory, not utif2's: its reader loops on corrupt files. */
function toUtif(directory: TiffDirectory): IFD {
  const page: IFD = { data: new Uint8Array(), width: 0, height: 0 };
  for (const [tag, values] of directory) page[`t${tag}`] = [...values];
  // An empty array would count as decoded.
  Reflect.deleteProperty(page, 'data');
  return page;
}

function rgbaOf(page: IFD, directory: TiffDirectory): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(toRGBA8(page).buffer as ArrayBuffer);
  const samples = tiffNumber(directory, TIFF.samplesPerPixel, 1);
  const kind = samples > 3 ? tiffNumber(directory, TIFF.extraSamples, 0) : 0;
  flattenOntoWhite(rgba, kind);
  return rgba;
}

/** In place. A fourth sample that isn't said to be alpha is ignored. */
function flattenOntoWhite(rgba: Uint8ClampedArray, extraSample: number): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3] as number;
    const white = 255 - alpha;
    const keep = extraSample === STRAIGHT_ALPHA ? alpha / 255 : 1;
    const isAlpha = extraSample === STRAIGHT_ALPHA || extraSample === ASSOCIATED_ALPHA;
    if (isAlpha && white > 0) {
      for (let c = i; c < i + 3; c += 1) rgba[c] = (rgba[c] as number) * keep + white;
    }
    rgba[i + 3] = 255;
  }
}

/** utif2's own conversion needs a window. 8 bits a sample, no profile: ink by ink. */
function cmykToRgba(page: IFD): Uint8ClampedArray<ArrayBuffer> {
  const pixels = page.width * page.height;
  const samples = page.data.length / pixels;
  const rgba = new Uint8ClampedArray(pixels * 4);
  for (let i = 0; i < pixels; i += 1) {
    const at = Math.trunc(i * samples);
    const paper = 255 - (page.data[at + 3] as number);
    for (let c = 0; c < 3; c += 1) {
      rgba[i * 4 + c] = ((255 - (page.data[at + c] as number)) * paper) / 255;
    }
    rgba[i * 4 + 3] = 255;
  }
  return rgba;
}
