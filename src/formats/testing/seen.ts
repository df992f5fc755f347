import { maskFromBitmap, maskToBitmap } from '../../mask/bitmap.ts';
import { uniteMasks } from '../../mask/combine.ts';
import { maskArea } from '../../mask/measure.ts';
import type { LabelledObject } from '../dataset.ts';

/** Without what later objects cover; those that are covered wholly are gone. */
export function visible(objects: readonly LabelledObject[]): LabelledObject[] {
  return objects.flatMap((object, i) => {
    const above = objects.slice(i + 1).map(({ mask }) => maskToBitmap(mask));
    const bits = maskToBitmap(object.mask).map((bit, at) =>
      above.some((other) => other[at] === 1) ? 0 : bit,
    );
    const mask = maskFromBitmap(bits, object.mask.size);
    return maskArea(mask) > 0 ? [{ ...object, mask }] : [];
  });
}

/** All of one class as one object, in the order of the classes. */
export function byClass(objects: readonly LabelledObject[]): LabelledObject[] {
  const classes = [...new Set(objects.map(({ classIndex }) => classIndex))].sort((a, b) => a - b);
  return classes.flatMap((classIndex) => {
    const ofClass = objects.filter((object) => object.classIndex === classIndex);
    const masks = ofClass.map(({ mask }) => mask);
    return ofClass.slice(0, 1).map((one) => ({ ...one, mask: uniteMasks(masks, one.mask.size) }));
  });
}
