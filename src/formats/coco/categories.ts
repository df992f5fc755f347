import type { DatasetClass } from '../dataset.ts';

/** By class, as COCO has it. A number that a COCO file gave stays; others count from 1. */
export function cocoCategories(classes: readonly DatasetClass[]) {
  const given = new Map<number, number>();
  for (const [i, { coco }] of classes.entries()) {
    if (coco && !given.has(coco.id)) given.set(coco.id, i);
  }
  let last = Math.max(classes.length, ...given.keys());
  return classes.map(({ name, color, coco }, i) => {
    const isFree = !given.has(i + 1);
    const own = coco && given.get(coco.id) === i ? coco.id : isFree ? i + 1 : ++last;
    return { id: own, name, supercategory: coco?.supercategory ?? '', color };
  });
}
