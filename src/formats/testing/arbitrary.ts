import fc from 'fast-check';
import { maskArea } from '../../mask/measure.ts';
import { anyMaskOf, anySize } from '../../mask/testing/arbitrary.ts';
import { vocColor } from '../classes/colors.ts';
import {
  type DatasetHead,
  LABEL_REVIEW_STATES,
  type LabelledObject,
  type LabelReview,
  type PhotoLabels,
} from '../dataset.ts';

/** A whole data set in memory, as only tests have it. */
export interface Dataset extends DatasetHead {
  readonly labels: readonly PhotoLabels[];
}

/** Names that every file system takes, and a few that need care. */
const anyPhotoName = fc.constantFrom(
  'a.jpg',
  'b.png',
  'sea side.jpeg',
  'Übung.JPG',
  'noon',
  'x.y.png',
);
const anyClassName = fc.constantFrom('cat', 'dog', 'größe', 'traffic light', 'a&b<"c">', '猫');
const anyText = fc.constantFrom('', 'checked', 'ünsure <&> "here"', 'two\nlines');

export const anyReview: fc.Arbitrary<LabelReview> = fc.record({
  state: fc.constantFrom(...LABEL_REVIEW_STATES),
  comment: anyText,
  by: fc.constantFrom('', 'Mina', '김 <미나>'),
  when: fc.constantFrom(0, 1_764_488_000_123),
});

export function anyDataset(longestSide = 9): fc.Arbitrary<Dataset> {
  return fc
    .record({
      classNames: fc.uniqueArray(anyClassName, { minLength: 1 }),
      photoNames: fc.uniqueArray(anyPhotoName, { minLength: 1, maxLength: 3 }),
    })
    .chain(({ classNames, photoNames }) =>
      fc.tuple(...photoNames.map((name) => anyPhoto(name, classNames.length, longestSide))).map(
        (photos): Dataset => ({
          name: 'test set',
          classes: classNames.map((name, i) => ({ name, color: vocColor(i + 1) })),
          photos: photos.map(({ name, size }) => ({ name, size })),
          labels: photos.map(({ labels }) => labels),
        }),
      ),
    );
}

function anyPhoto(name: string, classCount: number, longestSide: number) {
  return anySize(longestSide).chain((size) =>
    fc.record({
      name: fc.constant(name),
      size: fc.constant(size),
      labels: fc.record(
        {
          objects: fc.array(anyObject(size, classCount), { maxLength: 4 }),
          tags: fc.uniqueArray(fc.constantFrom('night', 'rainy day'), { maxLength: 2 }),
          review: anyReview,
        },
        { requiredKeys: ['objects', 'tags'] },
      ),
    }),
  );
}

function anyObject(
  size: { width: number; height: number },
  classCount: number,
): fc.Arbitrary<LabelledObject> {
  const facts = {
    classIndex: fc.nat(classCount - 1),
    mask: anyMaskOf(size)
      .map(({ mask }) => mask)
      .filter((mask) => maskArea(mask) > 0),
    score: fc.constantFrom(null, 0.5, 0.875),
    note: anyText,
    attributes: fc.constantFrom([], [['truncated', true] as const, ['count', 2] as const]),
  };
  return fc.oneof(fc.record(facts), fc.record({ ...facts, review: anyReview }));
}
