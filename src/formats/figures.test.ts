import { expect, test } from 'vitest';
import { FIGURES, type PhotoFigures } from './dataset.ts';
import type { FormatId } from './formats.ts';
import { readDataset } from './read-dataset.ts';
import { maskFromBox } from './shapes/polygon-masks.ts';
import { sourceFiles } from './testing/files.ts';
import { textOf, writeAll } from './testing/round-trip.ts';
import { WRITERS } from './writers.ts';

const figures: PhotoFigures = {
  darkness: 0.812345,
  noise_sigma: 7,
  blur: 0.25,
  motion: 0.1,
  motion_degrees: 45,
  haze: 0,
  contrast: 0.2,
  blockiness: 1.25,
};
const WRITTEN = { ...figures, darkness: 0.8123 };

const size = { width: 20, height: 10 };
const mask = maskFromBox({ x0: 2, y0: 3, x1: 12, y1: 8 }, size);
const object = { classIndex: 0, mask, score: null, note: '', attributes: [] };
const dataset = {
  name: 'set',
  classes: [{ name: 'cat', color: [1, 2, 3] as const }],
  photos: ['dark.jpg', 'never-opened.jpg'].map((name) => ({ name, size })),
  labels: [
    { objects: [object], tags: [], figures },
    { objects: [object], tags: [] },
  ],
};

const write = (format: FormatId) => writeAll(WRITERS[format], dataset);

test('CSV has a column for each figure, empty where nobody has measured', async () => {
  const [head = '', ...lines] = textOf(await write('csv'), 'objects.csv')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const cells = lines.map((line) => FIGURES.map((name) => line[head.indexOf(name)]));
  expect(cells).toEqual([FIGURES.map((name) => String(WRITTEN[name])), FIGURES.map(() => '')]);
  expect(lines.map((line) => line.length)).toEqual([head.length, head.length]);
});

test.each([
  ['coco', 'annotations/instances_default.json'],
  ['coco-panoptic', 'annotations/panoptic_default.json'],
] as const)(
  '%s has them at the photo, and nothing where nobody has measured',
  async (format, path) => {
    const { images } = JSON.parse(textOf(await write(format), path));
    expect(images[0].report).toEqual(WRITTEN);
    expect(images[1]).not.toHaveProperty('report');
  },
);

test('Datumaro has them among the photo’s attributes', async () => {
  const { items } = JSON.parse(textOf(await write('datumaro'), 'annotations/default.json'));
  expect(items[0].attr).toEqual(WRITTEN);
  expect(items[1]).not.toHaveProperty('attr');
});

test.each<FormatId>(['csv', 'coco', 'coco-panoptic', 'datumaro'])(
  '%s is read back without complaint',
  async (format) => {
    const result = await readDataset(sourceFiles(await write(format)), dataset.photos);
    expect([...result.skipped, ...result.unmatched]).toEqual([]);
    const found = result.photos.flatMap(({ objects }) => objects.map(({ className }) => className));
    expect(found).toEqual(['cat', 'cat']);
  },
);
