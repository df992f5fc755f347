import { compressCounts, expandCounts } from '../../formats/coco/rle.ts';
import type { CocoId } from '../../formats/dataset.ts';
import type { EntryKind } from './journal.ts';
import type { FoundObject, LookedAt } from './task.ts';

/** A photo that is done. */
export interface DonePhoto extends LookedAt {
  readonly photo: string;
  readonly cocoId?: CocoId | undefined;
}

type Packed = Omit<DonePhoto, 'objects' | 'photo'> & {
  readonly objects: readonly (Omit<FoundObject, 'mask'> & { readonly runs: string })[];
};

/** The photo's name is its key. */
export const DONE_PHOTO: EntryKind<DonePhoto> = {
  pack({ size, objects, cocoId }): Packed {
    const short = objects.map(({ mask, ...object }) => ({
      ...object,
      runs: compressCounts(mask.runs),
    }));
    return { size, cocoId, objects: short };
  },
  unpack(photo, packed) {
    // A journal of other settings is refused when it is opened.
    const { size, cocoId, objects } = packed as Packed;
    const whole = objects.map(({ runs, ...object }) => ({
      ...object,
      mask: { size, runs: Uint32Array.from(expandCounts(runs)) },
    }));
    return { photo, size, objects: whole, ...(cocoId === undefined ? {} : { cocoId }) };
  },
};
