import type { ReadObject, ReadPhoto } from './result.ts';

/** Numbers in one piece of memory: a megabyte. */
const PIECE = 2 ** 18;
/** Objects that another thread takes over in one go, without keeping a person waiting. */
const BATCH = 1000;

/**
 * Keeps the runs of many masks in few pieces of memory, to be handed to another thread: browsers take a fifth
 * of a millisecond for each piece, and an import may have a hundred thousand masks.
 */
export function createRunStore(): (runs: Uint32Array) => Uint32Array<ArrayBuffer> {
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

/** Objects to be handed over, and the pieces of memory that hold their masks. */
export interface ObjectBatch {
  readonly objects: readonly ReadObject[];
  readonly pieces: readonly ArrayBuffer[];
}

/** The objects of all photos, one after the other, with all their masks in pieces of the batch's own. */
export function* objectBatches(photos: readonly ReadPhoto[]): Generator<ObjectBatch, undefined> {
  let keep = createRunStore();
  let objects: ReadObject[] = [];
  let pieces = new Set<ArrayBuffer>();
  for (const photo of photos) {
    for (const object of photo.objects) {
      const runs = keep(object.mask.runs);
      objects.push({ ...object, mask: { ...object.mask, runs } });
      pieces.add(runs.buffer);
      if (objects.length < BATCH && pieces.size < 2) continue;
      yield { objects, pieces: [...pieces] };
      [keep, objects, pieces] = [createRunStore(), [], new Set()];
    }
  }
  if (objects.length > 0) yield { objects, pieces: [...pieces] };
  return undefined;
}

/** Each in memory of its own again, so one that is kept keeps no other. */
export function unpackRuns(objects: readonly ReadObject[]): ReadObject[] {
  return objects.map((object) => ({
    ...object,
    mask: { ...object.mask, runs: object.mask.runs.slice() },
  }));
}
