import fc from 'fast-check';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { maskArea } from '../../mask/measure.ts';
import { anyMaskOf, anySize } from '../../mask/testing/arbitrary.ts';
import { vocColor } from '../classes/colors.ts';
import type { LabelledObject, PhotoLabels } from '../dataset.ts';
import { placeKey } from '../sort-files.ts';
import { isChineseInDisguise } from '../text/guess-encoding.ts';
import { asXml } from '../text/xml.ts';
import { anyReview, type Dataset } from './arbitrary.ts';
import { anyHostileName } from './class-names.ts';

/** Data sets of what the formats have trouble with: names, folders, shapes, photos without objects. */

const FOLDERS = [
  '',
  'A',
  'B/left',
  'train',
  'val',
  'train/A',
  'Test',
  'C/images',
  '001',
  'größe 1',
  '사진/낮',
  'labels',
  'masks',
];
const PHOTOS = [
  '1.jpg',
  'A.JPG',
  'left 1.jpg',
  'x.y.png',
  'größe.jpeg',
  '猫.png',
  '100%.jpg',
  'a%20b.jpg',
  'a#1&2.jpg',
  'it’s, "so".jpg',
  '-1.webp',
  'noon',
  'con.jpg',
  'test.jpg',
  'readme.jpg',
  'a_mask.jpg',
];

/** An accented letter alone is read as Chinese. */
const anyText = anyHostileName.filter(
  (name) => !isChineseInDisguise(new TextEncoder().encode(name)),
);
/** As they are typed: not empty, and no space around them. */
const anyName = anyText.filter((name) => name.trim() !== '' && name.trim() === name);

export const anyHostileDataset: fc.Arbitrary<Dataset> = fc
  .record({
    names: fc.uniqueArray(anyName, { minLength: 1, maxLength: 4, selector: asXml }),
    photos: fc.uniqueArray(fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...PHOTOS)), {
      ...{ minLength: 1, maxLength: 4 },
      // Photos that only such a folder as "images" tells apart are asked about.
      selector: ([folder, photo]) => placeKey(`${folder}/${photo}`),
    }),
  })
  .chain(({ names, photos }) =>
    fc.tuple(...photos.map(() => anyPhoto(names.length))).map(
      (all): Dataset => ({
        name: 'test set',
        classes: names.map((name, i) => ({ name, color: vocColor(i + 1) })),
        photos: photos.map(([folder, photo], i) => ({
          name: folder ? `${folder}/${photo}` : photo,
          size: all[i]?.size ?? { width: 1, height: 1 },
        })),
        labels: all.map(({ labels }) => labels),
      }),
    ),
  );

function anyPhoto(classes: number) {
  return anySize(9).chain((size) =>
    fc.record({ size: fc.constant(size), labels: anyLabels(size, classes) }),
  );
}

function anyLabels(size: Size, classes: number): fc.Arbitrary<PhotoLabels> {
  return fc.record(
    {
      objects: fc.array(anyObject(size, classes), { maxLength: 4 }),
      tags: fc.uniqueArray(anyName, { maxLength: 2, selector: asXml }),
      review: anyReview,
    },
    { requiredKeys: ['objects', 'tags'] },
  );
}

function anyObject(size: Size, classes: number): fc.Arbitrary<LabelledObject> {
  return fc.record(
    {
      classIndex: fc.nat(classes - 1),
      mask: anyShape(size),
      score: fc.constantFrom(null, 0.5, 0.875, 0, 1),
      note: anyText,
      attributes: fc.constantFrom(
        [],
        [['truncated', true] as const, ['count', 2] as const],
        [['größe <&> "1"', 'two\nlines, 猫'] as const],
      ),
      review: anyReview,
    },
    { requiredKeys: ['classIndex', 'mask', 'score', 'note', 'attributes'] },
  );
}

/** Ragged with holes and parts, a box, a pixel, or all of the photo. */
function anyShape(size: Size) {
  const pixels = size.width * size.height;
  const ragged = anyMaskOf(size)
    .map(({ mask }) => mask)
    .filter((mask) => maskArea(mask) > 0);
  const box = fc.record({ x: fc.nat(size.width - 1), y: fc.nat(size.height - 1) }).map((end) => {
    const isIn = (i: number) => i % size.width <= end.x && Math.floor(i / size.width) <= end.y;
    return maskFromBitmap(
      Uint8Array.from({ length: pixels }, (_, i) => Number(isIn(i))),
      size,
    );
  });
  const pixel = fc.nat(pixels - 1).map((at) => {
    return maskFromBitmap(
      Uint8Array.from({ length: pixels }, (_, i) => Number(i === at)),
      size,
    );
  });
  const all = fc.constant(maskFromBitmap(new Uint8Array(pixels).fill(1), size));
  return fc.oneof({ weight: 4, arbitrary: ragged }, box, pixel, all);
}
