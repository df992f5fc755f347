import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';

/** An object as it counts when labels are held against others. */
export interface Labelled {
  readonly className: string;
  readonly mask: Mask;
}

/** One photo's labels in three pieces of memory: browsers take long for each piece or object that changes threads. */
export interface PackedLabels {
  readonly size: Size;
  readonly classNames: readonly string[];
  /** Index into `classNames`, by label. */
  readonly classes: Uint32Array<ArrayBuffer>;
  /** How many of the runs are its own, by label. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly runs: Uint32Array<ArrayBuffer>;
}

const NO_SIZE: Size = { width: 0, height: 0 };

/** Throws a RangeError when masks are not of one size. */
export function packLabels(all: readonly Labelled[]): PackedLabels {
  const size = all[0]?.mask.size ?? NO_SIZE;
  const lengths = Uint32Array.from(all, ({ mask }) => mask.runs.length);
  const runs = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
  const indexes = new Map<string, number>();
  const classes = new Uint32Array(all.length);
  let at = 0;
  for (const [i, { className, mask }] of all.entries()) {
    if (mask.size.width !== size.width || mask.size.height !== size.height)
      throw new RangeError('labels of one photo have masks of several sizes');
    const index = indexes.get(className) ?? indexes.size;
    indexes.set(className, index);
    classes[i] = index;
    runs.set(mask.runs, at);
    at += mask.runs.length;
  }
  return { size, classNames: [...indexes.keys()], classes, lengths, runs };
}

export function unpackLabels(packed: PackedLabels): Labelled[] {
  const { size, classNames, classes, lengths, runs } = packed;
  let at = 0;
  return Array.from(classes, (index, i) => {
    const from = at;
    at += lengths[i] ?? 0;
    return { className: classNames[index] ?? '', mask: { size, runs: runs.subarray(from, at) } };
  });
}

/** To be handed over with them. */
export function piecesOf({ classes, lengths, runs }: PackedLabels): ArrayBuffer[] {
  return [classes.buffer, lengths.buffer, runs.buffer];
}
