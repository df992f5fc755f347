import { groupBy } from '../group-by.ts';
import type { MaskPng } from './decode.ts';

/** By number in the picture of objects: the number that most of its pixels have in the picture of classes. */
export function classesOfObjects(
  objects: MaskPng,
  classes: MaskPng,
  isClass: (number: number) => boolean,
): Map<number, number> {
  const counts = new Map<string, { object: number; number: number; pixels: number }>();
  for (let i = 0; i < objects.labels.length; ) {
    const [object, number] = [objects.labels[i] ?? 0, classes.labels[i] ?? 0];
    const start = i;
    while (
      i < objects.labels.length &&
      objects.labels[i] === object &&
      classes.labels[i] === number
    )
      i++;
    if (object === 0 || number === 0) continue;
    const key = `${object} ${number}`;
    const count = counts.get(key) ?? { object, number, pixels: 0 };
    count.pixels += i - start;
    counts.set(key, count);
  }
  const sure = [...counts.values()].filter(({ number }) => isClass(number));
  const byObject = groupBy(sure, ({ object }) => object);
  return new Map(
    [...byObject].map(([object, all]) => {
      const most = all.reduce((best, each) => (each.pixels > best.pixels ? each : best));
      return [object, most.number];
    }),
  );
}
