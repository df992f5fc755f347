import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Size } from '../../geometry/spaces.ts';
import type { FormatId } from '../formats.ts';
import { readDataset } from '../read-dataset.ts';
import { anyDataset } from '../testing/arbitrary.ts';
import { sourceFiles } from '../testing/files.ts';
import { EXACT, labelsFrom, writeAll } from '../testing/round-trip.ts';
import { WRITERS } from '../writers.ts';

// PNGs are slow to make, and many are.
vi.setConfig({ testTimeout: 60_000 });

/** Those that say for which size they were made. */
const SIZED: readonly FormatId[] = [
  'coco',
  'coco-panoptic',
  'voc',
  'labelme',
  'cvat',
  'label-studio',
  'datumaro',
  'png-objects',
  'png-instances',
  'png-classes',
];

const COPIES: readonly ((size: Size) => Size)[] = [
  ({ width, height }) => ({ width: 2 * width, height: 2 * height }),
  ({ width, height }) => ({ width: height, height: width }),
  ({ width, height }) => ({ width: 3 * height, height: 3 * width }),
];

test.each(SIZED)('%s: what was made for a copy of the photo comes as it was made', async (id) => {
  await fc.assert(
    fc.asyncProperty(anyDataset(), fc.constantFrom(...COPIES), async (dataset, copy) => {
      const files = await writeAll(WRITERS[id], dataset, { ...EXACT, shapes: 'masks' });
      const straight = await readDataset(sourceFiles(files), dataset.photos);
      const photos = dataset.photos.map(({ name, size }) => ({ name, size: copy(size) }));
      const result = await readDataset(sourceFiles(files), photos);
      // Covered objects of VOC are left out either way.
      expect(result.skipped).toEqual(straight.skipped);
      const labelled = result.photos.filter(({ objects }) => objects.length > 0);
      for (const { photo, madeFor } of labelled) {
        const made = dataset.photos[photo]?.size;
        const isSquare = made?.width === made?.height && copy === COPIES[1];
        expect(madeFor).toEqual(isSquare ? null : made);
      }
      const objects = labelsFrom(dataset, { ...result, photos: labelled });
      expect(objects.map((each) => each.objects)).toEqual(
        labelsFrom(dataset, straight).map((each) => each.objects),
      );
    }),
    { numRuns: 15 },
  );
});
