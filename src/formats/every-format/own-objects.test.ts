import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { discMask } from '../../mask/testing/shapes.ts';
import { vocColor } from '../classes/colors.ts';
import { dotaWords } from '../dota/write.ts';
import { FORMATS, type FormatId } from '../formats.ts';
import { readDataset } from '../read-dataset.ts';
import type { Dataset } from '../testing/arbitrary.ts';
import { anyHostileName } from '../testing/class-names.ts';
import { sourceFiles } from '../testing/files.ts';
import { EXACT, labelsFrom, writeAll } from '../testing/round-trip.ts';
import { isChineseInDisguise } from '../text/guess-encoding.ts';
import { WRITERS } from '../writers.ts';

// PNGs are slow to make, and many are.
vi.setConfig({ testTimeout: 120_000 });

/** Pictures to look at hold no labels. */
const PICTURES: readonly string[] = ['cut-outs', 'overlays', 'svg'];
const READ = Object.keys(FORMATS).filter((id) => !PICTURES.includes(id)) as FormatId[];

const size = { width: 9, height: 7 };

const FOLDERS = [
  '',
  'A',
  'B/left',
  'B',
  'train',
  'val',
  'train/A',
  'Test',
  'C/images',
  '1',
  'A/1',
  '001',
];

/** Photos of one name and size in several folders, and classes that are called anything. */
const anyCrowdedDataset: fc.Arbitrary<Dataset> = fc
  .record({
    folders: fc.uniqueArray(fc.constantFrom(...FOLDERS), { minLength: 2, maxLength: 4 }),
    photo: fc.constantFrom('1.jpg', 'A.jpg', 'test.jpg', 'left 1.jpg'),
    // XML has no control characters, and VOC no colons and no space around a name. An accented
    // letter that is a class is read as Chinese.
    names: fc.uniqueArray(
      fc
        .oneof(fc.constantFrom('a', 'left', 'train', 'val', 'train/A', 'Test', '1'), anyHostileName)
        .filter((name) => !isChineseInDisguise(new TextEncoder().encode(name)))
        .filter((name) =>
          /^[^\p{C}\p{Z}:\ufffd]([^\p{C}:\u2028\ufffd]*[^\p{C}\p{Z}:\ufffd])?$/u.test(name),
        ),
      { minLength: 4, maxLength: 4 },
    ),
  })
  .map(({ folders, photo, names }) => ({
    name: 'crowded',
    classes: names.map((name, i) => ({ name, color: vocColor(i + 1) })),
    photos: folders.map((folder) => ({ name: folder ? `${folder}/${photo}` : photo, size })),
    labels: folders.map((_, i) => ({
      objects: [
        {
          classIndex: i,
          mask: discMask(size, { x: 2 + i, y: 3 }, 2),
          ...{ score: null, note: '', attributes: [] },
        },
      ],
      tags: [],
    })),
  }));

/** As its lines can name them. */
function dotaClasses({ classes }: Dataset): Dataset['classes'] {
  const words = dotaWords(classes);
  return classes.map((one, i) => ({ ...one, name: words[i] ?? '' }));
}

/** Where the files were unpacked. */
const anyRoot = fc.constantFrom('', 'my set/');

/** Share of the photos that validate. */
const anyShare = fc.constantFrom(0, 0.5);

test.each(READ)('%s: each photo gets its own objects back, with their classes', async (format) => {
  const isBoxes = FORMATS[format].loses.includes('shapes');
  await fc.assert(
    fc.asyncProperty(anyCrowdedDataset, anyRoot, anyShare, async (dataset, root, share) => {
      const options = { ...EXACT, shapes: 'masks' } as const;
      const files = await writeAll(WRITERS[format], dataset, options, share);
      const placed = new Map([...files].map(([path, content]) => [root + path, content]));
      const result = await readDataset(sourceFiles(placed), dataset.photos);
      expect(result.skipped).toEqual([]);
      expect(result.unmatched).toEqual([]);
      const named = format === 'dota' ? { ...dataset, classes: dotaClasses(dataset) } : dataset;
      const got = labelsFrom(named, result).map(({ objects }) =>
        objects.map(({ classIndex, mask }) => ({ classIndex, mask: isBoxes ? null : mask })),
      );
      expect(got).toEqual(
        dataset.labels.map(({ objects }) =>
          objects.map(({ classIndex, mask }) => ({ classIndex, mask: isBoxes ? null : mask })),
        ),
      );
    }),
    { numRuns: 25 },
  );
});
