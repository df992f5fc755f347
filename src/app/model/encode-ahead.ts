import type { StoreApi } from 'zustand/vanilla';
import type { PhotoEntry } from '../../document/types.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import { type Context, modelsInUse } from '../state/context.ts';
import type { AheadState } from './ahead-state.ts';

/** Weight of the newest photo in the time that one takes. */
const NEWEST = 0.3;

/** Encodes one photo for the disk, and notes how that went; whether it should be there now. */
export async function encodeForDisk(
  context: Context,
  store: StoreApi<AheadState>,
  signal: AbortSignal,
  photo: PhotoEntry,
): Promise<boolean> {
  const { engine, files, background, reports, view } = context;
  const startedAt = performance.now();
  store.setState({ step: 'encoding', current: photo.id, startedAt });
  const file = await files.open(photo.id).catch(() => null);
  const known = view.getState().reports.get(photo.id);
  const decoded = file && (await background.modelImage(file, !known, signal));
  if (!decoded?.ok) {
    store.setState(({ failed }) => ({ failed: [...failed, photo.id] }));
    return false;
  }
  const { image, size: photoSize, report } = decoded;
  if (report) reports.take(photo.id, report);
  const isClear = isClearPhoto(report ?? known);
  const [model] = modelsInUse(context);
  const request = { photoId: photo.id, model, photoSize, image, isClear };
  const outcome = await engine.ahead.encode(signal, request);
  if (!outcome.ok) {
    if (outcome.problem.kind !== 'cancelled') store.setState({ stopped: 'engine' });
    return false;
  }
  const { ran, cache } = outcome.value;
  if (cache.disk.trouble) store.setState({ stopped: cache.disk.trouble });
  if (ran) noteTime(store, performance.now() - startedAt);
  return true;
}

function noteTime(store: StoreApi<AheadState>, took: number): void {
  store.setState(({ millisecondsEach: before }) => ({
    millisecondsEach: before === null ? took : before + NEWEST * (took - before),
  }));
}
