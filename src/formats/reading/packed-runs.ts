import type { ReadPhoto } from './result.ts';

/**
 * The masks of all objects in one piece of memory, to be handed to another thread: browsers take a fifth of
 * a millisecond for each piece, and an import may have a hundred thousand masks.
 */
export function packRuns(photos: readonly ReadPhoto[]): {
  readonly photos: readonly ReadPhoto[];
  readonly buffer: ArrayBuffer;
} {
  const all = photos.flatMap(({ objects }) => objects.map(({ mask }) => mask.runs));
  const packed = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  const place = (runs: Uint32Array) => {
    packed.set(runs, at);
    at += runs.length;
    return packed.subarray(at - runs.length, at);
  };
  return { photos: withRuns(photos, place), buffer: packed.buffer };
}

/** Each in memory of its own again, so that one that is kept keeps no other. */
export function unpackRuns(photos: readonly ReadPhoto[]): readonly ReadPhoto[] {
  return withRuns(photos, (runs) => runs.slice());
}

function withRuns(
  photos: readonly ReadPhoto[],
  change: (runs: Uint32Array) => Uint32Array,
): ReadPhoto[] {
  return photos.map((photo) => ({
    ...photo,
    objects: photo.objects.map((object) => ({
      ...object,
      mask: { ...object.mask, runs: change(object.mask.runs) },
    })),
  }));
}
