import { mapsOf } from '../../adjust/maps.ts';
import type { Degrader } from '../../degrade/client.ts';
import type { Degraded, Restored } from '../../degrade/protocol.ts';
import type { Stack } from '../../degrade/stack.ts';
import type {
  CropResult,
  ModelImageResult,
  PhotoResult,
  PictureResult,
  ProbeResult,
  ThumbnailResult,
} from '../../photo/protocol.ts';
import { measurePhoto } from '../../report/measure.ts';

const size = { width: 4, height: 2 };
const white = { size, rgba: new Uint8ClampedArray(32).fill(255) };
/** Report of a white photo. */
export const plainReport = measurePhoto(white, white);
export const plainMaps = mapsOf(white);

interface Degrading {
  readonly stack: Stack;
  answer(degraded: Degraded): void;
}

interface Restoring {
  readonly degraded: Pick<Degraded, 'modelImage' | 'report'>;
  answer(restored: Restored): void;
}

/** White photos, whose files hold their id. */
export function createPlainPhotos() {
  /** Photos whose pixels turn out to be broken. */
  const unreadable = new Set<string>();
  /** Photos that were measured while they were read for the model. */
  const measured: string[] = [];
  const load = async (file: Blob): Promise<PhotoResult> => {
    const id = await file.text();
    if (id === 'broken') return { ok: false, problem: { kind: 'not-an-image' } };
    const bitmap = { width: 4, height: 2, close: () => {} } as ImageBitmap;
    const thumbnail = { bitmap, file: new Blob(), report: plainReport };
    const modelImage = { size, rgb: new Uint8Array(24) };
    const facts = { id, size, format: 'png' } as const;
    return { ok: true, photo: { ...facts, levels: [], maps: plainMaps, modelImage, thumbnail } };
  };
  const probe = async (file: Blob): Promise<ProbeResult> => {
    return { ok: true, facts: { id: await file.text(), size, format: 'png' } };
  };
  const thumbnail = async (): Promise<ThumbnailResult> => {
    return { ok: false, problem: { kind: 'not-an-image' } };
  };
  const modelImage = async (file: Blob, needsReport: boolean): Promise<ModelImageResult> => {
    const id = await file.text();
    if (unreadable.has(id)) {
      return { ok: false, problem: { kind: 'truncated', format: 'png' } };
    }
    const result = await load(file);
    if (!result.ok) return result;
    const { modelImage: image, thumbnail } = result.photo;
    if (needsReport) measured.push(id);
    return { ok: true, size, image, report: needsReport ? thumbnail.report : null };
  };
  const picture = async (file: Blob): Promise<PictureResult> => {
    const bitmap = { width: 4, height: 2, close: () => {} } as ImageBitmap;
    return (await file.text()) === 'broken'
      ? { ok: false, problem: { kind: 'not-an-image' } }
      : { ok: true, picture: bitmap };
  };
  const crop = async (): Promise<CropResult> => {
    return { ok: true, image: { size, rgb: new Uint8Array(24) } };
  };
  return {
    photos: { load, picture, crop, probe },
    background: { probe, thumbnail, modelImage },
    unreadable,
    measured,
  };
}

/** Answers when the test says so. */
export function createAskedDegrader() {
  const degrades: Degrading[] = [];
  const restores: Restoring[] = [];
  const degrader: Degrader = {
    preview: async () => null,
    degrade: (signal, _picture, stack) =>
      new Promise((answer, refuse) => {
        degrades.push({ stack, answer });
        signal.addEventListener('abort', () => refuse(signal.reason));
      }),
    restore: (_signal, degraded) => new Promise((answer) => restores.push({ degraded, answer })),
    end: () => {},
  };
  return { degrader, degrades, restores };
}
