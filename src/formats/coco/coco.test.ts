import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { maskArea } from '../../mask/measure.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import type { DatasetClass, PhotoLabels } from '../dataset.ts';
import { createReading } from '../reading/reading.ts';
import { anyDataset, type Dataset } from '../testing/arbitrary.ts';
import { anyHostileJson } from '../testing/hostile.ts';
import { EXACT, labelsFrom, readWith, textOf, writeAll } from '../testing/round-trip.ts';
import { parseJson } from '../text/json.ts';
import { cocoIds, createCocoIds, keptId, largestId, repeatedIds } from './ids.ts';
import { readCoco } from './read.ts';
import { createCocoWriter } from './write.ts';

// Many masks are written and read.
vi.setConfig({ testTimeout: 60_000 });

const PATH = 'annotations/instances_default.json';

async function jsonOf(dataset: Dataset, options = EXACT) {
  return textOf(await writeAll(createCocoWriter, dataset, options), PATH);
}

describe.each(['polygons', 'masks'] as const)('COCO with %s', (shapes) => {
  test('comes back pixel by pixel, with everything else', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (dataset) => {
        const text = await jsonOf(dataset, { ...EXACT, shapes });
        const read = readWith(dataset, (reading) => readCoco('file', JSON.parse(text), reading));
        expect(read.skipped).toEqual([]);
        expect(read.unmatched).toEqual([]);
        expect(read.classes.map(({ name }) => name)).toEqual(
          dataset.classes.map(({ name }) => name),
        );
        expect(labelsFrom(dataset, read)).toEqual(dataset.labels);
      }),
    );
  });
});

const ring = maskFromPicture('.....', '.###.', '.#.#.', '.###.');

function ringOn(photo: string, labels: Partial<PhotoLabels> = {}): Dataset {
  const object = { classIndex: 1, mask: ring, score: 0.5, note: '', attributes: [] };
  return {
    name: 'rings',
    classes: [
      { name: 'dot', color: [1, 2, 3] },
      { name: 'ring', color: [4, 5, 6] },
    ],
    photos: [{ name: photo, size: ring.size }],
    labels: [{ objects: [object], tags: [], ...labels }],
  };
}

test('ids start at 1, area counts pixels, the box is left, top, width, height', async () => {
  const coco = JSON.parse(await jsonOf(ringOn('a.jpg')));
  expect(coco.images).toEqual([{ id: 1, file_name: 'a.jpg', width: 5, height: 4 }]);
  expect(coco.categories.map((category: object) => ({ ...category, color: 0 }))).toEqual([
    { id: 1, name: 'dot', supercategory: '', color: 0 },
    { id: 2, name: 'ring', supercategory: '', color: 0 },
  ]);
  expect(coco.annotations[0]).toMatchObject({
    id: 1,
    image_id: 1,
    category_id: 2,
    area: 8,
    bbox: [1, 1, 3, 3],
    iscrowd: 0,
    score: 0.5,
  });
});

describe('what a COCO file says', () => {
  const file = {
    images: [{ id: 397_133, file_name: 'val/a.jpg', width: 5, height: 4 }],
    categories: [
      { id: 1, name: 'person', supercategory: 'human' },
      { id: 90, name: 'toothbrush', supercategory: 'indoor' },
      { id: 0, name: 'none' },
    ],
    annotations: [
      {
        ...{ id: 82_445, image_id: 397_133, category_id: 90, iscrowd: 1 },
        segmentation: { size: [4, 5], counts: [5, 2, 13] },
      },
      { id: 'b7', image_id: 397_133, category_id: 0, segmentation: [[0, 0, 2, 0, 2, 2]] },
    ],
  };
  const written = async () => {
    const [photo] = ringOn('val/a.jpg').photos;
    const read = readWith({ ...ringOn('val/a.jpg') }, (reading) =>
      readCoco('c.json', file, reading),
    );
    const classes = read.classes.map((one): DatasetClass => ({ ...one, color: [0, 0, 0] }));
    const [labelled] = read.photos;
    const photos = photo && labelled?.cocoId ? [{ ...photo, cocoId: labelled.cocoId }] : [];
    const dataset = { name: '', classes, photos, labels: [] };
    const indexOf = (name: string) => classes.findIndex((one) => one.name === name);
    const objects = labelled?.objects.map((object) => ({
      ...object,
      classIndex: indexOf(object.className),
    }));
    const labels = [{ objects: objects ?? [], tags: [] }];
    return {
      dataset: { ...dataset, labels },
      coco: JSON.parse(await jsonOf({ ...dataset, labels })),
    };
  };

  test('comes back: ids, groups of categories, folders, crowds', async () => {
    const { coco } = await written();
    expect(coco.categories).toMatchObject([
      { id: 1, name: 'person', supercategory: 'human' },
      { id: 90, name: 'toothbrush', supercategory: 'indoor' },
      { id: 0, name: 'none', supercategory: '' },
    ]);
    expect(coco.images).toMatchObject([{ id: 397_133, file_name: 'val/a.jpg' }]);
    expect(coco.annotations).toMatchObject([
      {
        id: 82_445,
        image_id: 397_133,
        category_id: 90,
        iscrowd: 1,
        segmentation: { size: [4, 5] },
      },
      {
        id: 'b7',
        image_id: 397_133,
        category_id: 0,
        iscrowd: 0,
        segmentation: [expect.anything()],
      },
    ]);
    expect(coco.annotations[0].attributes).toBeUndefined();
  });

  test('comes back the same a second time', async () => {
    const { dataset, coco } = await written();
    const again = readWith(dataset, (reading) => readCoco('c.json', coco, reading));
    expect(again.photos[0]).toMatchObject({
      cocoId: 397_133,
      objects: dataset.labels[0]?.objects.map(({ mask, cocoId }) => ({ mask, cocoId })),
    });
    expect(again.classes.map(({ coco: category }) => category?.id)).toEqual([1, 90, 0]);
  });
});

describe('ids', () => {
  const own = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: -2, max: 6 }),
    fc.constantFrom('3', '05', 'a1', '', '-1', '__proto__'),
    fc.constantFrom(900_100_448_263, 2 ** 52, 2 ** 53 + 2, 1.5, Number.NaN, null, {}).map(keptId),
  );

  test.each([
    ['of a list', cocoIds],
    [
      'that are given one by one',
      (ids: Parameters<typeof cocoIds>[0]) => ids.map(createCocoIds(largestId(ids))),
    ],
  ])('%s are unique, and those that came in stay', (_, give) => {
    fc.assert(
      fc.property(fc.array(own), (ids) => {
        const given = give(ids);
        expect(new Set(given.map(String)).size).toBe(ids.length);
        expect(given.every((id) => typeof id === 'string' || Number.isSafeInteger(id))).toBe(true);
        const words = ids.map((id) => id?.toString());
        const repeated = words.filter((id, i) => id !== undefined && words.indexOf(id) < i).length;
        const came = ids.filter((id) => id !== undefined).length;
        expect(repeatedIds(ids)).toBe(repeated);
        expect(given.filter((id, i) => id === ids[i])).toHaveLength(came - repeated);
      }),
    );
  });

  test('that nobody gave count from 1', () => {
    const none = [undefined, undefined, undefined];
    expect(cocoIds(none)).toEqual([1, 2, 3]);
    expect(none.map(createCocoIds(0))).toEqual([1, 2, 3]);
  });
});

test('a data set with a split has a file for each part, and each photo in one of them', async () => {
  const names = Array.from({ length: 10 }, (_, i) => `${i}.jpg`);
  const one = ringOn('');
  const dataset: Dataset = {
    ...one,
    photos: names.map((name) => ({ name, size: ring.size })),
    labels: names.map(() => one.labels[0] ?? { objects: [], tags: [] }),
  };
  const files = await writeAll(createCocoWriter, dataset, EXACT, 0.2);
  const parts = ['train', 'val'].map((part) =>
    JSON.parse(textOf(files, `annotations/instances_${part}.json`)),
  );
  expect(parts.map(({ images }) => images.length)).toEqual([8, 2]);
  const ids = parts.flatMap(({ annotations }) => annotations.map(({ id }: { id: number }) => id));
  expect(new Set(ids).size).toBe(10);
});

describe('what others write is understood', () => {
  const file = (annotation: object) =>
    JSON.stringify({
      images: [{ id: 7, file_name: 'some/folder/a.jpg', width: 5, height: 4 }],
      annotations: [{ id: 1, image_id: 7, category_id: 3, ...annotation }],
      categories: [{ id: 3, name: 'ring' }],
    });
  const maskOf = (annotation: object) => {
    const read = readWith(ringOn('a.jpg'), (it) => readCoco('f', JSON.parse(file(annotation)), it));
    expect(read.skipped).toEqual([]);
    return read.photos[0]?.objects[0]?.mask;
  };

  test('run lengths that are not compressed', () => {
    const counts = [5, 3, 1, 1, 1, 1, 1, 3, 4];
    expect(maskOf({ segmentation: { size: [4, 5], counts }, iscrowd: 1 })).toEqual(ring);
  });

  test('a box alone', () => {
    expect(maskOf({ bbox: [1, 1, 3, 2] })).toEqual(
      maskFromPicture('.....', '.###.', '.###.', '.....'),
    );
  });

  test('several polygons are one object', () => {
    const segmentation = [
      [0, 0, 1, 0, 1, 1, 0, 1],
      [4, 3, 5, 3, 5, 4, 4, 4],
    ];
    expect(maskOf({ segmentation })).toEqual(maskFromPicture('#....', '.....', '.....', '....#'));
  });
});

test.each([
  ['in the object', [5, 2], 2],
  ['in the background', [5, 2, 4], 2],
  ['at once', [0, 1], 1],
])('run lengths that end early, %s: the rest is empty, which is said', (_, counts, area) => {
  const coco = {
    images: [{ id: 1, file_name: 'a.jpg' }],
    categories: [{ id: 1, name: 'ring' }],
    annotations: [{ image_id: 1, category_id: 1, segmentation: { size: [4, 5], counts } }],
  };
  const { photos, notes } = readWith(ringOn('a.jpg'), (it) => readCoco('f', coco, it));
  expect(photos[0]?.objects.map(({ mask }) => maskArea(mask))).toEqual([area]);
  expect(notes).toEqual([{ file: 'f', note: { kind: 'short-counts' }, count: 1 }]);
});

describe('what is wrong with one object leaves the others alone', () => {
  const good = { image_id: 1, category_id: 1, segmentation: [[1, 1, 3, 1, 3, 3]] };
  const million = Array.from({ length: 2_000_002 }, (_, i) => i % 7);
  const rle = (counts: unknown, size = [4, 5]) => ({ segmentation: { size, counts } });
  test.each<[string, object, string]>([
    ['run lengths that overrun', rle([10, 20]), 'bad-counts'],
    ['run lengths that are negative', rle([30, -10]), 'bad-counts'],
    ['run lengths that are text in a list', rle(['10', '10']), 'bad-counts'],
    ['compressed run lengths of nonsense', rle('~~~~~~~~~~~'), 'bad-counts'],
    ['another size', rle([8, 20], [7, 4]), 'other-size'],
    ['a size beyond everything', rle([20], [1e6, 1e6]), 'too-many'],
    ['a size that is none', rle([20], [0.5, -1]), 'unexpected'],
    ['a million points', { segmentation: [million] }, 'too-complicated'],
    ['two points', { segmentation: [[1, 1, 2, 2]] }, 'bad-polygon'],
    ['an odd number of coordinates', { segmentation: [[1, 1, 2, 2, 3, 3, 4]] }, 'bad-polygon'],
    ['coordinates that are words', { segmentation: [['a', 1, 2, 2, 3, 3]] }, 'bad-polygon'],
    ['coordinates that are nothing', { segmentation: [[null, 1, 2, 2, 3, 3]] }, 'bad-polygon'],
    ['a class that is not listed', { category_id: 9 }, 'unknown-class'],
    ['a photo that is not listed', { image_id: 9 }, 'unknown-photo'],
    ['no segmentation and no box', { segmentation: [] }, 'unexpected'],
    ['an object of no pixels', { segmentation: [[9, 9, 9.1, 9, 9, 9.1]] }, 'empty-object'],
    ['a prototype as class', { category_id: '__proto__' }, 'unknown-class'],
  ])('%s', (_, wrong, kind) => {
    const text = JSON.stringify({
      images: [{ id: 1, file_name: 'a.jpg', width: 5, height: 4 }],
      annotations: [good, { ...good, ...wrong }, good],
      categories: [{ id: 1, name: 'thing' }],
    });
    const read = readWith(ringOn('a.jpg'), (reading) => readCoco('f', JSON.parse(text), reading));
    expect(read.skipped).toMatchObject([{ file: 'f', count: 1, problem: { kind } }]);
    expect(read.photos[0]?.objects).toHaveLength(2);
  });
});

test('__proto__ in the file is a name like any other', () => {
  const text = `{"__proto__": {"polluted": 1}, "images": [{"id": 1, "file_name": "a.jpg"}],
    "categories": [{"id": 1, "name": "__proto__"}],
    "annotations": [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1],
      "attributes": {"__proto__": "x", "constructor": {"prototype": 1}}}]}`;
  const read = readWith(ringOn('a.jpg'), (reading) => readCoco('f', JSON.parse(text), reading));
  expect(read.photos[0]?.objects[0]).toMatchObject({
    className: '__proto__',
    attributes: [['__proto__', 'x']],
  });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a photo that is not open is named, and one of another size too', () => {
  const images = [
    { id: 1, file_name: 'elsewhere.jpg', width: 5, height: 4 },
    { id: 2, file_name: 'a.jpg', width: 50, height: 30 },
  ];
  const text = JSON.stringify({ images, annotations: [], categories: [] });
  const { unmatched, skipped } = readWith(ringOn('a.jpg'), (it) =>
    readCoco('f', JSON.parse(text), it),
  );
  expect(unmatched).toEqual(['elsewhere.jpg']);
  expect(skipped).toMatchObject([{ problem: { kind: 'other-size', found: { width: 50 } } }]);
});

test('any JSON is read or refused, and never breaks', () => {
  fc.assert(
    fc.property(
      anyHostileJson(['images', 'annotations', 'categories', 'segmentation', 'counts']),
      (text) => {
        const reading = createReading(ringOn('a.jpg').photos);
        reading.attempt('f', () => readCoco('f', parseJson(text), reading));
        expect(reading.result().photos.every(({ photo }) => photo === 0)).toBe(true);
      },
    ),
  );
});
