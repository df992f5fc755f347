import { expose, transfer } from 'comlink';
import type { DecodedPhoto, PhotoResult, PhotoWorker } from '../protocol.ts';
import {
  decodeCrop,
  decodeMeasuredImage,
  decodeModelImage,
  decodePhoto,
  decodePicture,
  decodeThumbnail,
} from './decode.ts';
import { probePhoto } from './probe.ts';

const worker: PhotoWorker = {
  async decode(file): Promise<PhotoResult> {
    const result = await decodePhoto(file);
    return result.ok ? transfer(result, transferablesOf(result.photo)) : result;
  },
  async modelImage(file, needsReport) {
    const result = await (needsReport ? decodeMeasuredImage : decodeModelImage)(file);
    return result.ok ? transfer(result, [result.image.rgb.buffer]) : result;
  },
  async picture(file) {
    const result = await decodePicture(file);
    return result.ok ? transfer(result, [result.picture]) : result;
  },
  async crop(file, box) {
    const result = await decodeCrop(file, box);
    return result.ok ? transfer(result, [result.image.rgb.buffer]) : result;
  },
  probe: (file) => probePhoto(file),
  async thumbnail(file) {
    const result = await decodeThumbnail(file);
    return result.ok ? transfer(result, [result.thumbnail.bitmap]) : result;
  },
};

function transferablesOf({ levels, thumbnail, modelImage }: DecodedPhoto): Transferable[] {
  const tiles = levels.flatMap((level) => level.tiles.map(({ bitmap }) => bitmap));
  return [...tiles, thumbnail.bitmap, modelImage.rgb.buffer];
}

expose(worker);
