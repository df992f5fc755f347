import { expect, test } from 'vitest';
import { LABEL_FORMATS, readLabels, writeLabels } from './formats.ts';
import { maskFromPolygons, maskIou } from './masks.ts';

const SIZE = { width: 64, height: 48 };
const SQUARE = [{ outer: [8, 8, 40, 8, 40, 32, 8, 32], holes: [] }];
const PHOTO = {
  name: 'a.jpg',
  size: SIZE,
  objects: [{ class: 'cup', mask: maskFromPolygons(SQUARE, SIZE), score: 0.9 }],
};

/** What the app reads none of. */
const ONE_WAY = new Set(['svg', 'csv']);

test.each(LABEL_FORMATS)('%s is written', async (format) => {
  const files = await writeLabels(format, [PHOTO], { classes: ['saucer'] });
  expect(files.length).toBeGreaterThan(0);
  for (const { path, content } of files) {
    expect(path).not.toMatch(/^\/|\\/);
    expect(content.size).toBeGreaterThan(0);
  }
});

test.each(LABEL_FORMATS.filter((format) => !ONE_WAY.has(format)))(
  '%s is read back',
  async (format) => {
    const files = await writeLabels(format, [PHOTO], { classes: ['saucer'] });
    const read = await readLabels(
      files.map(({ path, content }) => ({ path, file: content })),
      [{ name: PHOTO.name, size: SIZE }],
    );
    const [photo] = read.photos;
    expect(photo?.name).toBe('a.jpg');
    const [object] = photo?.objects ?? [];
    expect(object?.className).toBe('cup');
    if (!object) throw new Error('no object');
    expect(maskIou(object.mask, PHOTO.objects[0]?.mask ?? object.mask)).toBe(1);
  },
);

test('what can’t be used is in the result', async () => {
  const file = new Blob(['{ not JSON']);
  const { photos, skipped } = await readLabels([{ path: 'labels.json', file }], []);
  expect(photos).toEqual([]);
  expect(skipped).toMatchObject([{ file: 'labels.json' }]);
});
