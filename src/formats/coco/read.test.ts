import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskArea } from '../../mask/measure.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { createReading } from '../reading/reading.ts';
import { anyHostileJson } from '../testing/hostile.ts';
import { ring, ringOn } from '../testing/ring.ts';
import { readWith } from '../testing/round-trip.ts';
import { parseJson } from '../text/json.ts';
import { readCoco } from './read.ts';

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
