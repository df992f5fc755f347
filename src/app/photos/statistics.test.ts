import { expect, it } from 'vitest';
import { type DocumentState, EMPTY_DOCUMENT, type MaskObject } from '../../document/types.ts';
import { statisticsOf } from './statistics.ts';

const size = { width: 200, height: 100 };

/** The first `area` pixels of the photo. */
function object(area: number, classId: string | null): MaskObject {
  const mask = { size, runs: Uint32Array.of(0, area, 20_000 - area) };
  return { mask, classId } as MaskObject;
}

const photos = ['a', 'b', 'c'].map((id) => {
  return { id, name: id, folder: '', size, format: 'png', bytes: 1 } as const;
});
const [cat, dog] = ['cat', 'dog'].map((name) => {
  return { id: name, name, color: '#f0b429', attributes: [] } as const;
});

it('objects are counted by class and by COCO’s sizes, photos by stage, and time is summed', () => {
  const state: DocumentState = {
    ...EMPTY_DOCUMENT,
    photos,
    classes: [cat, dog].flatMap((one) => one ?? []),
    objects: {
      a: [object(1024, 'cat'), object(1025, 'cat'), object(9217, null)],
      b: [object(9216, 'cat'), object(5, 'deleted')],
      // A photo that was removed.
      gone: [object(1, 'cat')],
    },
    done: { a: true },
    seconds: { a: 40, b: 10, gone: 1000 },
  };
  expect(statisticsOf(state)).toEqual({
    photos: 3,
    stages: { untouched: 1, 'in-work': 1, rejected: 0, done: 1, accepted: 0 },
    objects: 5,
    seconds: 50,
    secondsPerDonePhoto: 40,
    classes: [
      {
        name: 'cat',
        color: '#f0b429',
        objects: 3,
        photos: 2,
        sizes: { small: 1, medium: 2, large: 0 },
        medianShare: 1025 / 20_000,
      },
      {
        name: 'dog',
        color: '#f0b429',
        objects: 0,
        photos: 0,
        sizes: { small: 0, medium: 0, large: 0 },
        medianShare: null,
      },
      {
        name: null,
        color: null,
        objects: 2,
        photos: 2,
        sizes: { small: 1, medium: 0, large: 1 },
        medianShare: 9217 / 20_000,
      },
    ],
  });
});
