import type { ReadPhoto } from './result.ts';

/** Numbers in one piece of memory: a megabyte. */
const PIECE = 2 ** 18;

/**
 * Keeps the runs of many masks in few pieces of memory, to be handed to another thread: browsers take a fifth
 * of a millisecond for each piece, and an import may have a hundred thousand masks.
 */
export function createRunStore(): (runs: Uint32Array) => Uint32Array {
  let piece = new Uint32Array(0);
  let used = 0;
  return (runs) => {
    if (used + runs.length > piece.length) {
      piece = new Uint32Array(Math.max(PIECE, runs.length));
      used = 0;
    }
    piece.set(runs, used);
    used += runs.length;
    return piece.subarray(used - runs.length, used);
  };
}

/** The pieces of memory that hold the masks, each once. */
export function piecesOf(photos: readonly ReadPhoto[]): ArrayBufferLike[] {
  const pieces = new Set<ArrayBufferLike>();
  for (const { objects } of photos) for (const { mask } of objects) pieces.add(mask.runs.buffer);
  return [...pieces];
}

/** Each in memory of its own again, so that one that is kept keeps no other. */
export function unpackRuns(photos: readonly ReadPhoto[]): readonly ReadPhoto[] {
  return photos.map((photo) => ({
    ...photo,
    objects: photo.objects.map((object) => ({
      ...object,
      mask: { ...object.mask, runs: object.mask.runs.slice() },
    })),
  }));
}
