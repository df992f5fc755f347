import fc from 'fast-check';
import { test } from 'vitest';
import { readDataset } from '../read-dataset.ts';
import type { ReadResult } from '../reading/result.ts';
import { FUZZ, inBounds } from './damage.ts';
import { sourceFiles } from './files.ts';

export const FUZZ_SIZE = { width: 5, height: 4 };
export const FUZZ_PHOTOS = [
  { name: 'a.png', size: FUZZ_SIZE },
  { name: 'b.png', size: { width: 3, height: 9 } },
];

export type Content = Uint8Array<ArrayBuffer> | string;

/** Read or refused, in time, and nothing larger than its photo. */
async function expectTame(files: Readonly<Record<string, Content>>): Promise<void> {
  const result = await inBounds(() =>
    readDataset(sourceFiles(new Map(Object.entries(files))), FUZZ_PHOTOS),
  );
  for (const { photo, objects, madeFor } of result.photos) {
    for (const { mask } of objects) {
      const known = madeFor ?? FUZZ_PHOTOS[photo]?.size;
      if (known?.width !== mask.size.width || known.height !== mask.size.height) {
        throw new Error('a mask is not of its photo’s size');
      }
      const pixels = mask.runs.reduce((sum, run) => sum + run, 0);
      if (pixels !== known.width * known.height) throw new Error(`runs of ${pixels} pixels`);
    }
  }
  expectSmall(result);
}

export function expectSmall({ photos: read, classes, skipped }: ReadResult): void {
  const photos = new Set(read.map(({ photo }) => photo));
  if (photos.size > FUZZ_PHOTOS.length) throw new Error('more photos than there are');
  const entries = new Set(read.map(({ photo, madeFor }) => `${photo} ${JSON.stringify(madeFor)}`));
  if (entries.size < read.length) throw new Error('a photo, or a copy of it, twice');
  if (classes.length > 100 || skipped.length > 100) throw new Error('more than the file can say');
}

/** Each damaged file, alone or beside the others that it is read with. */
export function fuzz<T extends Content>(
  name: string,
  damaged: fc.Arbitrary<T>,
  files: (content: T) => Readonly<Record<string, Content>>,
): void {
  test(`${name}: damaged files are read or refused`, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, (content) => expectTame(files(content))),
      FUZZ,
    );
  });
}
