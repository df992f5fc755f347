import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import type { PhotoLabels } from '../dataset.ts';
import type { Dataset } from './arbitrary.ts';

export const ring = maskFromPicture('.....', '.###.', '.#.#.', '.###.');

/** One photo with one object, which has a hole. */
export function ringOn(photo: string, labels: Partial<PhotoLabels> = {}): Dataset {
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
