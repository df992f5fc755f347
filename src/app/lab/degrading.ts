import type { Degrader } from '../../degrade/client.ts';
import type { Degraded } from '../../degrade/protocol.ts';
import type { Stack } from '../../degrade/stack.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';
import type { Context } from '../state/context.ts';
import type { ShownPhoto } from '../state/view.ts';

/** The file of the photo can't be had or read. */
export class UnreadablePhoto extends Error {}

/** At its full size, from the photo's file. Rejects with the signal's reason, or with why it can't be done. */
export async function degradedPhoto(
  { files, photos }: Pick<Context, 'files' | 'photos'>,
  degrader: Degrader,
  signal: AbortSignal,
  photoId: string,
  stack: Stack,
): Promise<Degraded> {
  const file = await files.open(photoId).catch(() => null);
  const read = file && (await photos.picture(file, signal));
  signal.throwIfAborted();
  if (!read?.ok) throw new UnreadablePhoto();
  return degrader.degrade(signal, read.picture, stack);
}

/** A half of the smallest level, for as long as a slider is moved; null: a newer one was asked for, or the level is gone. */
export async function degradedPreview(
  degrader: Degrader,
  { levels }: ShownPhoto,
  stack: Stack,
): Promise<readonly PhotoLevel[] | null> {
  const [tile, ...others] = levels.at(-1)?.tiles ?? [];
  if (!tile || others.length > 0) return null;
  const bitmap = await degrader.preview(tile.bitmap, stack).catch(() => null);
  if (!bitmap) return null;
  const finer = levels.map(({ size }) => ({ size, tiles: [] }));
  const size = { width: bitmap.width, height: bitmap.height };
  return [...finer, { size, tiles: [{ x: 0, y: 0, bitmap }] }];
}
