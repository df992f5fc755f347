import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { maskFromBitmap, maskToBitmap } from '../../mask/bitmap.ts';
import { maskDifference } from '../../mask/difference.ts';
import { maskFromRings } from '../../mask/fill.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import { turnedBox } from '../../mask/turned-box.ts';
import { CROWD } from '../coco/crowd.ts';
import type { LabelledObject, PhotoLabels } from '../dataset.ts';
import { dotaWords } from '../dota/write.ts';
import type { FormatId } from '../formats.ts';
import { readDataset } from '../read-dataset.ts';
import { anyDataset, type Dataset } from '../testing/arbitrary.ts';
import { sourceFiles } from '../testing/files.ts';
import { EXACT, labelsFrom, writeAll } from '../testing/round-trip.ts';
import { WRITERS } from '../writers.ts';

// PNGs are slow to make, and many are.
vi.setConfig({ testTimeout: 60_000 });

async function roundTrip(
  format: FormatId,
  dataset: Dataset,
  shapes: 'polygons' | 'masks',
): Promise<PhotoLabels[]> {
  const files = await writeAll(WRITERS[format], dataset, { ...EXACT, shapes }, 0.5);
  const result = await readDataset(sourceFiles(files), dataset.photos);
  expect(result.skipped).toEqual([]);
  expect(result.unmatched).toEqual([]);
  return labelsFrom(dataset, result);
}

describe('what is written and read again is as before, pixel by pixel', () => {
  test.each([
    ['labelme', 'polygons'],
    ['labelme', 'masks'],
    ['cvat', 'polygons'],
    ['cvat', 'masks'],
  ] as const)('%s with %s, all but the review of photos', async (format, shapes) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map(({ objects, tags }) => ({ objects, tags }));
        expect(await roundTrip(format, dataset, shapes)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['coco', 'polygons'],
    ['coco', 'masks'],
  ] as const)('%s with %s, and everything else too', async (format, shapes) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        expect(await roundTrip(format, dataset, shapes)).toEqual(dataset.labels);
      }),
      { numRuns: 30 },
    );
  });

  test.each(['yolo-segment', 'png-objects'] as const)('%s, masks and classes', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map((labels) => onlyMasks(labels.objects));
        const got = await roundTrip(format, dataset, 'polygons');
        expect(got.map(({ objects }) => onlyMasks(objects))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['label-studio', 'polygons'],
    ['label-studio', 'masks'],
  ] as const)('%s with %s, all but attributes', async (format, shapes) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map(({ objects, ...labels }) => ({
          objects: objects.map((object) => ({ ...object, attributes: [] })),
          ...labels,
        }));
        expect(await roundTrip(format, dataset, shapes)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['datumaro', 'polygons'],
    ['datumaro', 'masks'],
  ] as const)('%s with %s, all but tags', async (format, shapes) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map((labels) => ({ ...labels, tags: [] }));
        expect(await roundTrip(format, dataset, shapes)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test.each(['yolo-obb', 'dota'] as const)('%s, the turned box of each object', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const words = dotaWords(dataset.classes);
        const classes = dataset.classes.map((one, i) => ({ ...one, name: words[i] ?? '' }));
        const named = format === 'dota' ? { ...dataset, classes } : dataset;
        const got = await roundTrip(format, named, 'polygons');
        for (const [i, { objects }] of dataset.labels.entries()) {
          expect(got[i]?.objects.map(({ classIndex }) => classIndex)).toEqual(
            objects.map(({ classIndex }) => classIndex),
          );
          for (const [at, { mask }] of objects.entries()) {
            const box = got[i]?.objects[at]?.mask as Mask;
            expect(maskArea(maskDifference(union([box, mask]), box))).toBe(0);
            // The box's edges are rounded, no more.
            const exact = maskFromRings([turnedBox(mask) ?? []], mask.size, 'union');
            expect(maskArea(maskDifference(exact, box))).toBeLessThanOrEqual(4);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('coco-panoptic, what is seen of each object, tags and the review of photos', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map(({ objects }) => onlyMasks(visible(objects)));
        const got = await roundTrip('coco-panoptic', dataset, 'masks');
        expect(got.map(({ objects }) => onlyMasks(objects))).toEqual(expected);
        const ofPhotos = ({ tags, review }: PhotoLabels) => ({ tags, review });
        expect(got.map(ofPhotos)).toEqual(dataset.labels.map(ofPhotos));
      }),
      { numRuns: 30 },
    );
  });

  test('coco-panoptic, whether an object is a crowd', async () => {
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
    expect((await roundTrip('coco-panoptic', dataset, 'masks'))[0]?.objects).toEqual([object]);
  });

  test('png-instances, what is seen of each object', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map(({ objects }) => onlyMasks(visible(objects)));
        const got = await roundTrip('png-instances', dataset, 'masks');
        expect(got.map(({ objects }) => onlyMasks(objects))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('png-classes, what is seen of each class', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const expected = dataset.labels.map(({ objects }) => byClass(visible(objects)));
        const got = await roundTrip('png-classes', dataset, 'masks');
        expect(got.map(({ objects }) => onlyMasks(objects))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('Pascal VOC', () => {
  test('what is seen of each object comes back; one that is covered is named as empty', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const files = await writeAll(WRITERS.voc, dataset);
        const result = await readDataset(sourceFiles(files), dataset.photos);
        const expected = dataset.labels.map(({ objects }) => visible(objects));
        expect(labelsFrom(dataset, result).map(({ objects }) => objects)).toEqual(expected);
        const all = dataset.labels.flatMap(({ objects }) => objects).length;
        const covered = result.skipped.reduce((sum, { count }) => sum + count, 0);
        expect(covered).toBe(all - expected.flat().length);
      }),
      { numRuns: 30 },
    );
  });

  test('without its pictures, boxes come back as rectangles', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const files = await writeAll(WRITERS.voc, dataset);
        for (const path of files.keys()) if (path.endsWith('.png')) files.delete(path);
        const result = await readDataset(sourceFiles(files), dataset.photos);
        const boxes = await roundTrip('yolo-detect', dataset, 'polygons');
        expect(labelsFrom(dataset, result).map(({ objects }) => onlyMasks(objects))).toEqual(
          boxes.map(({ objects }) => onlyMasks(objects)),
        );
        expect(result.boxes).toBe(dataset.labels.flatMap(({ objects }) => objects).length);
      }),
      { numRuns: 30 },
    );
  });
});

function onlyMasks(objects: readonly LabelledObject[]) {
  return objects.map(({ classIndex, mask }) => ({ classIndex, mask }));
}

/** Without what later objects cover; those that are covered wholly are gone. */
function visible(objects: readonly LabelledObject[]): LabelledObject[] {
  return objects.flatMap((object, i) => {
    const above = objects.slice(i + 1).map(({ mask }) => maskToBitmap(mask));
    const bits = maskToBitmap(object.mask).map((bit, at) =>
      above.some((other) => other[at] === 1) ? 0 : bit,
    );
    const mask = maskFromBitmap(bits, object.mask.size);
    return maskArea(mask) > 0 ? [{ ...object, mask }] : [];
  });
}

function byClass(objects: readonly LabelledObject[]) {
  const classes = [...new Set(objects.map(({ classIndex }) => classIndex))].sort((a, b) => a - b);
  return classes.map((classIndex) => {
    const masks = objects.filter((object) => object.classIndex === classIndex);
    return { classIndex, mask: union(masks.map(({ mask }) => mask)) };
  });
}

function union(masks: readonly Mask[]): Mask {
  const bitmaps = masks.map(maskToBitmap);
  const bits = (bitmaps[0] ?? new Uint8Array()).map((_, i) => Number(bitmaps.some((b) => b[i])));
  return maskFromBitmap(bits, masks[0]?.size ?? { width: 0, height: 0 });
}
