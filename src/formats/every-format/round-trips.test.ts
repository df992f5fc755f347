import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { uniteMasks } from '../../mask/combine.ts';
import { maskDifference } from '../../mask/difference.ts';
import { maskFromRings } from '../../mask/fill.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { turnedBox } from '../../mask/turned-box.ts';
import { CROWD } from '../coco/crowd.ts';
import type { LabelledObject, PhotoLabels } from '../dataset.ts';
import { dotaWords } from '../dota/write.ts';
import { FORMATS, type FormatId, type Kept } from '../formats.ts';
import { readDataset } from '../read-dataset.ts';
import { maskFromBox } from '../shapes/polygon-masks.ts';
import type { Dataset } from '../testing/arbitrary.ts';
import { sourceFiles } from '../testing/files.ts';
import { anyHostileDataset } from '../testing/hostile-dataset.ts';
import { EXACT, labelsFrom, writeAll } from '../testing/round-trip.ts';
import { byClass, visible } from '../testing/seen.ts';
import { asXml } from '../text/xml.ts';
import { WRITERS } from '../writers.ts';

// PNGs are slow to make, and many are.
vi.setConfig({ testTimeout: 120_000 });

/** Pictures to look at hold no labels. */
const PICTURES: readonly string[] = ['cut-outs', 'overlays', 'svg'];
const READ = Object.keys(FORMATS).filter((id) => !PICTURES.includes(id)) as FormatId[];

/** Boxes alone, which may be turned. */
const TURNED: readonly FormatId[] = ['yolo-obb', 'dota'];
/** Names what is covered wholly as empty. */
const NAMES_EMPTY: readonly FormatId[] = ['voc'];

/** What the format has room for, as the dialog says it: everything that it doesn't name comes back. */
function carried(format: FormatId, { objects, tags, review }: PhotoLabels): PhotoLabels {
  const { loses } = FORMATS[format];
  const keeps = (what: Kept) => !loses.includes(what);
  const written = (text: string) => (keeps('controls') ? text : asXml(text));
  const seen = keeps('overlaps') ? objects : visible(objects);
  const apart = format === 'png-classes' ? byClass(seen) : seen;
  return {
    objects: apart.map(
      ({ classIndex, mask, score, note, attributes, review: said }): LabelledObject => ({
        classIndex,
        mask: keeps('shapes') ? mask : boxOf(mask),
        score: keeps('scores') ? score : null,
        note: keeps('notes') ? written(note) : '',
        attributes: keeps('attributes') ? attributes : [],
        ...(said && keeps('reviews') && keeps('objectReviews') ? { review: said } : {}),
      }),
    ),
    tags: keeps('tags') ? tags.map(written) : [],
    ...(review && keeps('reviews') && keeps('photoReviews') ? { review } : {}),
  };
}

function boxOf(mask: Mask): Mask {
  const box = maskBox(mask);
  if (!box) throw new Error('every object has a pixel');
  return maskFromBox(box, mask.size);
}

/** The classes as the format names them. */
function namesIn(format: FormatId, { classes }: Dataset): readonly string[] {
  if (format === 'dota') return dotaWords(classes);
  const names = classes.map(({ name }) => name);
  return FORMATS[format].loses.includes('controls') ? names.map(asXml) : names;
}

const anyForm = fc.record({
  dataset: anyHostileDataset,
  shapes: fc.constantFrom('polygons', 'masks'),
  /** Where the files were unpacked. */
  root: fc.constantFrom('', 'my set/'),
  /** Share of the photos that validate. */
  share: fc.constantFrom(0, 0.5),
});

test.each(READ)('%s carries all but what the dialog says', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyForm, async ({ dataset, shapes, root, share }) => {
      const files = await writeAll(WRITERS[format], dataset, { ...EXACT, shapes }, share);
      const placed = new Map([...files].map(([path, content]) => [root + path, content]));
      const result = await readDataset(sourceFiles(placed), dataset.photos);
      const names = namesIn(format, dataset);
      const classes = dataset.classes.map((one, i) => ({ ...one, name: names[i] ?? '' }));
      const got = labelsFrom({ ...dataset, classes }, result);
      const expected = dataset.labels.map((labels) => carried(format, labels));
      const covered =
        dataset.labels.flatMap(({ objects }) => objects).length -
        expected.flatMap(({ objects }) => objects).length;
      expect(result.unmatched).toEqual([]);
      expect(result.skipped.reduce((sum, { count }) => sum + count, 0)).toBe(
        NAMES_EMPTY.includes(format) ? covered : 0,
      );
      if (!TURNED.includes(format)) {
        expect(got).toEqual(expected);
        return;
      }
      for (const [i, { objects }] of dataset.labels.entries())
        expectTurned(got[i]?.objects ?? [], objects);
    }),
    { numRuns: 30 },
  );
});

/** The smallest box around each, whose edges are rounded and no more. */
function expectTurned(got: readonly LabelledObject[], objects: readonly LabelledObject[]): void {
  const classesOf = (all: readonly LabelledObject[]) => all.map(({ classIndex }) => classIndex);
  expect(classesOf(got)).toEqual(classesOf(objects));
  for (const [i, { mask }] of objects.entries()) {
    const box = got[i]?.mask ?? mask;
    expect(maskArea(maskDifference(uniteMasks([box, mask], mask.size), box))).toBe(0);
    const exact = maskFromRings([turnedBox(mask) ?? []], mask.size, 'union');
    expect(maskArea(maskDifference(exact, box))).toBeLessThanOrEqual(4);
  }
}

test('coco-panoptic carries whether an object is a crowd', async () => {
  const size = { width: 4, height: 2 };
  const mask = maskFromBitmap(Uint8Array.of(1, 1, 0, 0, 1, 0, 0, 0), size);
  const crowd = [CROWD];
  const object = { classIndex: 0, mask, score: null, note: '', attributes: crowd };
  const dataset: Dataset = {
    name: 'crowds',
    classes: [{ name: 'people', color: [1, 2, 3] }],
    photos: [{ name: 'a.png', size }],
    labels: [{ objects: [object], tags: [] }],
  };
  const files = await writeAll(WRITERS['coco-panoptic'], dataset);
  const result = await readDataset(sourceFiles(files), dataset.photos);
  expect(labelsFrom(dataset, result)[0]?.objects).toEqual([object]);
});

test('Pascal VOC without its pictures has a rectangle for each box', async () => {
  await fc.assert(
    fc.asyncProperty(anyHostileDataset, async (dataset) => {
      const files = await writeAll(WRITERS.voc, dataset);
      for (const path of files.keys()) if (path.endsWith('.png')) files.delete(path);
      const result = await readDataset(sourceFiles(files), dataset.photos);
      const masksOf = (all: readonly PhotoLabels[]) =>
        all.map(({ objects }) => objects.map(({ mask }) => mask));
      const boxes = masksOf(dataset.labels).map((masks) => masks.map(boxOf));
      expect(masksOf(labelsFrom(dataset, result))).toEqual(boxes);
      expect(result.boxes).toBe(boxes.flat().length);
    }),
    { numRuns: 20 },
  );
});
