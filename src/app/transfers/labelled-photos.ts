import { baseName } from '../../formats/photos/file-names.ts';
import type { ImportResult } from '../../formats/protocol.ts';
import type { Turn } from '../../mask/turn.ts';
import { type ChosenPhoto, chosenFile } from '../photos/chosen.ts';
import type { Context } from '../state/context.ts';
import type { Misfits } from './fitting.ts';

/**
 * The photos that labels are for, by their index: first those that were open when the labels were read, in the
 * order of `openIds`, then those that came along.
 */

/** Photos are opened, and their ids come back in the same order; null for one that can't be. */
export type OpenPhotos = (chosen: readonly ChosenPhoto[]) => Promise<(string | null)[]>;

export async function fileOf(
  { datasets, files }: Context,
  { paths }: ImportResult,
  openIds: readonly string[],
  photo: number,
): Promise<Blob> {
  const id = openIds[photo];
  return id === undefined ? datasets.photo(paths[photo - openIds.length] ?? '') : files.open(id);
}

/** The open photo of each, once those that came along are open. */
export async function idsOf(
  { document, datasets }: Context,
  { photos, known, paths, folders }: ImportResult,
  openIds: readonly string[],
  openPhotos: OpenPhotos,
): Promise<Map<number, string>> {
  const ids = new Map(openIds.map((id, i) => [i, id]));
  const brought = [...new Set(photos.map(({ photo }) => photo))].filter(
    (photo) => photo >= openIds.length,
  );
  const chosen: ChosenPhoto[] = [];
  for (const photo of brought) {
    const path = paths[photo - openIds.length] ?? '';
    const file = new File([await datasets.photo(path)], baseName(path));
    chosen.push({ ...chosenFile(file), folder: folders[photo - openIds.length] ?? '' });
  }
  const opened = await openPhotos(chosen);
  for (const [i, photo] of brought.entries()) {
    const entry = document.state.getState().photos.find(({ id }) => id === opened[i]);
    const size = known[photo]?.size;
    // A header may say one size and the pixels another; labels of a wrong size help nobody.
    const fits = entry?.size.width === size?.width && entry?.size.height === size?.height;
    if (entry && fits) ids.set(photo, entry.id);
  }
  return ids;
}

export async function misfitsIn(
  context: Context,
  result: ImportResult,
  openIds: readonly string[],
): Promise<Misfits> {
  // Only needed once labels are read.
  const { misfitsAmong } = await import('./fitting.ts');
  const misfits = misfitsAmong(result.photos, (photo) => result.known[photo]?.size);
  const turns = new Map<number, Turn>();
  for (const { photo } of misfits.turned) {
    // One that can't be read says nothing.
    const turn = await fileOf(context, result, openIds, photo)
      .then(context.datasets.turnOf)
      .catch(() => null);
    if (turn) turns.set(photo, turn);
  }
  return { ...misfits, turns };
}
