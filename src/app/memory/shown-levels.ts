import {
  bytesOfLevels,
  closeLevels,
  closePhoto,
  isThere,
  levelAt,
  levelFor,
} from '../../photo/levels.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';
import type { Context } from '../state/context.ts';
import type { ShownPhoto, ViewState } from '../state/view.ts';

/** The levels of the shown photo, of which those finer than the screen shows can go and come back. */
export interface ShownLevels {
  /** Bytes that finer ones may take now. */
  limitFiner(bytes: number): void;
  use(): { readonly bytes: number; readonly finerBytes: number };
}

export function createShownLevels({
  view,
  photos,
  files,
}: Pick<Context, 'view' | 'photos' | 'files'>): ShownLevels {
  /** The photo that is being read once more, or could not be. */
  let read: string | null = null;

  function finer(): readonly PhotoLevel[] {
    const { photo, viewport } = view.getState();
    return photo ? photo.levels.slice(0, levelAt(photo.levels, devicePixelsPer(viewport))) : [];
  }

  /** The person has zoomed in to where a level is missing. */
  function isLacking({ levels }: ShownPhoto, { viewport }: ViewState): boolean {
    const level = levels[levelFor(levels.length, devicePixelsPer(viewport))];
    return level !== undefined && !isThere(level);
  }

  async function readAgain({ id }: ShownPhoto): Promise<void> {
    read = id;
    const file = await files.open(id).catch(() => null);
    const result = file && (await photos.load(file));
    if (!result?.ok) return;
    const { photo } = view.getState();
    if (photo?.id !== id || result.photo.id !== id) return closePhoto(result.photo);
    result.photo.thumbnail.bitmap.close();
    view.setState({ photo: { id, levels: result.photo.levels } });
    closeLevels(photo.levels);
    read = null;
  }

  view.subscribe((now, before) => {
    if (now.photo?.id !== before.photo?.id) read = null;
    if (now.photo && read !== now.photo.id && isLacking(now.photo, now)) void readAgain(now.photo);
  });

  return {
    limitFiner(bytes) {
      const { photo } = view.getState();
      const all = finer();
      // The finest first, which is the largest.
      const kept = all.findIndex((_, i) => bytesOfLevels(all.slice(i)) <= bytes);
      const gone = all.slice(0, kept === -1 ? all.length : kept).filter(isThere);
      if (!photo || gone.length === 0) return;
      const levels = photo.levels.map((level) =>
        gone.includes(level) ? { ...level, tiles: [] } : level,
      );
      view.setState({ photo: { id: photo.id, levels } });
      closeLevels(gone);
    },
    use: () => ({
      bytes: bytesOfLevels(view.getState().photo?.levels ?? []),
      finerBytes: bytesOfLevels(finer()),
    }),
  };
}

function devicePixelsPer({ scale }: ViewState['viewport']): number {
  return scale * (globalThis.devicePixelRatio ?? 1);
}
