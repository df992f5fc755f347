import { expose, transfer } from 'comlink';
import { maskToBitmap } from '../../mask/bitmap.ts';
import { detailAt } from '../../mask/detail.ts';
import { pictureTurn } from '../photos/picture-size.ts';
import { cutOut } from '../pictures/cut-out.ts';
import { greyPng } from '../png/encode.ts';
import type { DatasetWorker } from '../protocol.ts';
import { type ObjectBatch, objectBatches } from '../reading/packed-runs.ts';
import { type Export, planExport, renderFiles, startExport } from './export.ts';
import { type Import, importFiles, START_BYTES } from './import.ts';
import { pictureOf } from './picture.ts';

let running: Export | null = null;
/** Those of the last `read`. */
let photosAlong: Import['photos'] = new Map();
/** The same; as they are handed over. */
let batches: Iterator<ObjectBatch, undefined> = [].values();

const worker: DatasetWorker = {
  async startExport(request, sink) {
    running = await startExport(request, sink);
  },
  addPhoto: (photo) => started().addPhoto(photo),
  async finishExport() {
    const blob = await started().finish();
    running = null;
    return blob;
  },
  async abortExport() {
    await running?.abort();
    running = null;
  },
  plan: planExport,
  render: renderFiles,
  async read(files, open, onProgress, measure) {
    const { result, photos: along } = await importFiles(files, open, onProgress, { measure });
    photosAlong = along;
    batches = objectBatches(result.photos);
    return {
      ...result,
      photos: result.photos.map(({ objects, ...photo }) => photo),
      objectCounts: result.photos.map(({ objects }) => objects.length),
    };
  },
  async nextObjects() {
    const { value } = batches.next();
    return value ? transfer(value.objects, [...value.pieces]) : [];
  },
  async photo(path) {
    const file = photosAlong.get(path);
    if (!file) throw new RangeError(`no photo ${path} among the files`);
    return new Blob([await file.read()]);
  },
  async turnOf(picture) {
    const start = await picture.slice(0, START_BYTES).arrayBuffer();
    return pictureTurn(new Uint8Array(start));
  },
  async detail(masks, tolerance) {
    const details = masks.map((mask) => detailAt(mask, tolerance));
    const ious = details.map(({ iou }) => iou);
    return {
      vertices: details.reduce((sum, { vertices }) => sum + vertices, 0),
      meanIou: ious.reduce((sum, iou) => sum + iou, 0) / Math.max(1, ious.length),
      leastIou: Math.min(1, ...ious),
    };
  },
  async cutOut(bitmap, mask, feather) {
    const png = cutOut(pictureOf(bitmap), mask, feather);
    bitmap.close();
    if (!png) throw new RangeError('an empty mask has no cut-out');
    return new Blob([png], { type: 'image/png' });
  },
  async maskPng(mask) {
    const white = maskToBitmap(mask).map((bit) => bit * 255);
    return new Blob([greyPng(white, mask.size)], { type: 'image/png' });
  },
};

function started(): Export {
  if (!running) throw new Error('no export has been started');
  return running;
}

expose(worker);
