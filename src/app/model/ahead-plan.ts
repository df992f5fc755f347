import type { StoreApi } from 'zustand/vanilla';
import type { PhotoEntry } from '../../document/types.ts';
import { type Context, modelsInUse } from '../state/context.ts';
import { listedPhotos } from '../state/listed.ts';
import type { AheadState } from './ahead-state.ts';

/** Photos of the listing around the shown one: where a person goes next. */
const AHEAD = 3;
const BEHIND = 1;

/** Photos of the scope in the order in which they are encoded. */
export function wantedPhotos(
  { document, view }: Context,
  { scope, failed }: Pick<AheadState, 'scope' | 'failed'>,
): readonly PhotoEntry[] {
  const { photo } = view.getState();
  const state = document.state.getState();
  const listed = scope === 'all' ? state.photos : listedPhotos(state, view.getState());
  const at = listed.findIndex(({ id }) => id === photo?.id);
  const behind = listed.slice(0, Math.max(at, 0));
  const near = at === -1 ? [] : [...listed.slice(at + 1).slice(0, AHEAD), ...behind.slice(-BEHIND)];
  const ordered = scope === 'near' ? near : [...listed.slice(Math.max(at, 0)), ...behind];
  return ordered.filter(({ id }) => !failed.includes(id));
}

/** The next photo to encode; null when all are there, or no more of them would fit. */
export async function nextPhoto(
  context: Context,
  store: StoreApi<AheadState>,
): Promise<PhotoEntry | null> {
  const { engine } = context;
  const all = wantedPhotos(context, store.getState());
  const kept = await engine.ahead.kept(
    all.map(({ id }) => id),
    modelsInUse(context)[0],
  );
  const missing = all.filter(({ id }) => !kept.has(id));
  store.setState({ done: kept.size, waiting: missing.length });
  const { disk } = engine.status.getState().cache;
  // One more would only push out another of the same project.
  const isFull = disk.count > 0 && (kept.size + 1) * (disk.bytes / disk.count) > disk.limitBytes;
  if (isFull && missing.length > 0) store.setState({ stopped: 'full' });
  return isFull ? null : (missing[0] ?? null);
}
