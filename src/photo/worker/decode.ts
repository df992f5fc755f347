import { mapsOf } from '../../adjust/maps.ts';
import { contract } from '../../contract/contract.ts';
import { inputSizeOf } from '../../geometry/input.ts';
import type { ImageBox, Size } from '../../geometry/spaces.ts';
import { measurePhoto } from '../../report/measure.ts';
import type { PhotoReport } from '../../report/report.ts';
import type {
  CropResult,
  DecodedPhoto,
  ModelImageResult,
  PhotoLevel,
  PhotoProblem,
  PhotoResult,
  PhotoThumbnail,
  PictureResult,
  ThumbnailResult,
} from '../protocol.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Inspected, inspectFile } from './inspect.ts';
import { measureRows, middleOf, pixelsOf } from './measured.ts';
import { pictureOf, RefusedPhoto } from './pixels/pixels.ts';
import { createResizer } from './resize.ts';
import { forEachRow } from './rows.ts';
import { shrink } from './shrink.ts';
import { cutTiles } from './tiles.ts';

const THUMBNAIL_SIDE = 96;
/** Quality of the JPEG, which takes 2 to 4 kB. */
const THUMBNAIL_QUALITY = 0.85;

/** File to tiles, levels, thumbnail and the model's picture. Bad input is a value, never a throw. */
export async function decodePhoto(file: Blob): Promise<PhotoResult> {
  const inspected = await inspectFile(file);
  if (!inspected.ok) return inspected;
  try {
    return { ok: true, photo: await build(file, inspected) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, inspected) };
  }
}

/** The pixels alone, for drawing. Bad input is a value, never a throw. */
export async function decodePicture(file: Blob): Promise<PictureResult> {
  const inspected = await inspectFile(file);
  if (!inspected.ok) return inspected;
  try {
    return { ok: true, picture: await pictureOf(file, inspected) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, inspected) };
  }
}

/** A part at full resolution, resized as a whole photo would be. Bad input is a value, never a throw. */
export async function decodeCrop(file: Blob, { x0, y0, x1, y1 }: ImageBox): Promise<CropResult> {
  const result = await decodePicture(file);
  if (!result.ok) return result;
  const { picture } = result;
  try {
    const crop = { width: x1 - x0, height: y1 - y0 };
    const size = inputSizeOf(crop, contract.image.size);
    const resizer = createResizer(crop, size);
    forEachRow(picture, (row) => resizer.push(row), { x: x0, y: y0, ...crop });
    return { ok: true, image: { size, rgb: resizer.finish() } };
  } finally {
    picture.close();
  }
}

/** For lists of photos that nobody has opened yet. Bad input is a value, never a throw. */
export async function decodeThumbnail(file: Blob): Promise<ThumbnailResult> {
  const result = await decodePicture(file);
  if (!result.ok) return result;
  try {
    const { picture } = result;
    const report = reportOf(picture);
    return { ok: true, thumbnail: { ...(await thumbnailOf(picture, picture)), report } };
  } finally {
    result.picture.close();
  }
}

/** What the model sees of a photo that nobody looks at. Bad input is a value, never a throw. */
export function decodeModelImage(file: Blob): Promise<ModelImageResult<null>> {
  return decodeForModel(file, () => null);
}

/** The same, and what is wrong with the photo. */
export function decodeMeasuredImage(file: Blob): Promise<ModelImageResult<PhotoReport>> {
  return decodeForModel(file, reportOf);
}

async function decodeForModel<Report extends PhotoReport | null>(
  file: Blob,
  reportOn: (picture: ImageBitmap) => Report,
): Promise<ModelImageResult<Report>> {
  const result = await decodePicture(file);
  if (!result.ok) return result;
  const { picture } = result;
  const size = { width: picture.width, height: picture.height };
  try {
    const modelSize = inputSizeOf(size, contract.image.size);
    const resizer = createResizer(size, modelSize);
    forEachRow(picture, resizer.push);
    const image = { size: modelSize, rgb: resizer.finish() };
    return { ok: true, size, image, report: reportOn(picture) };
  } catch {
    return { ok: false, problem: { kind: 'out-of-memory', megapixels: megapixelsOf(size) } };
  } finally {
    picture.close();
  }
}

async function build(file: Blob, inspected: Inspected): Promise<DecodedPhoto> {
  const { format } = inspected;
  const id = await fingerprintOf(file);
  const picture = await pictureOf(file, inspected);
  try {
    const size = { width: picture.width, height: picture.height };
    const { modelImage, levels } = await shrink(picture, size);
    const full: PhotoLevel = { size, tiles: cutTiles(picture) };
    const smallest = levels.at(-1) ?? full;
    const shown = smallest.tiles[0]?.bitmap ?? picture;
    const pixels = pixelsOf(shown);
    const report = measurePhoto(pixels, pixelsOf(picture, middleOf(picture)));
    const thumbnail = { ...(await thumbnailOf(smallest.size, shown)), report };
    const maps = mapsOf(pixels);
    return { id, size, format, levels: [full, ...levels], maps, modelImage, thumbnail };
  } finally {
    picture.close();
  }
}

function reportOf(picture: ImageBitmap): PhotoReport {
  return measureRows(picture, (visit, part) => forEachRow(picture, visit, part));
}

/** A thumbnail of the smallest level, which is a single tile wherever it is much larger than the thumbnail. */
async function thumbnailOf(
  size: Size,
  picture: ImageBitmap,
): Promise<Omit<PhotoThumbnail, 'report'>> {
  const { width, height } = inputSizeOf(size, THUMBNAIL_SIDE);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: THUMBNAIL_QUALITY });
  return { bitmap: canvas.transferToImageBitmap(), file };
}

/** Browsers report a lack of memory and a corrupt file alike, so memory is put to the test. */
function problemOf(error: unknown, { format, size }: Inspected): PhotoProblem {
  if (error instanceof RefusedPhoto) return error.problem;
  const megapixels = size ? megapixelsOf(size) : 0;
  if (error instanceof RangeError || !canAllocate(megapixels * 4e6)) {
    return { kind: 'out-of-memory', megapixels };
  }
  return {
    kind: 'unreadable',
    format,
    detail: error instanceof Error ? error.message : String(error),
  };
}

function megapixelsOf({ width, height }: Size): number {
  return (width * height) / 1e6;
}

function canAllocate(bytes: number): boolean {
  try {
    return new ArrayBuffer(bytes).byteLength === bytes;
  } catch {
    return false;
  }
}
