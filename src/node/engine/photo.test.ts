import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSamples, samplePath } from '../../../e2e/golden/samples.ts';
import { fixtureNames } from '../../photo/worker/testing/fixtures.ts';
import { readPhoto } from './photo.ts';

const FIXTURES = join(import.meta.dirname, '../../photo/fixtures');

/** Colours of the corners, row by row, in every fixture that has colours. */
const CORNERS = [
  [220, 30, 30],
  [30, 180, 60],
  [40, 60, 220],
  [230, 210, 40],
];

/** Without colours, with other ones, or of which a corner is transparent. */
const OTHERS = /grey|alpha|fax|heic|lab/;
const coloured = fixtureNames().filter((name) => !OTHERS.test(name));

test.each(coloured)('%s stands upright, in its colours', async (name) => {
  const { size, image } = await readPhoto(join(FIXTURES, name));
  expect(size).toEqual({ width: 24, height: 16 });
  const at = (x: number, y: number) => {
    const start = 3 * (y * image.size.width + x);
    return [...image.rgb.subarray(start, start + 3)];
  };
  const [right, bottom] = [image.size.width - 1, image.size.height - 1];
  const corners = [at(0, 0), at(right, 0), at(0, bottom), at(right, bottom)];
  for (const [i, corner] of corners.entries()) {
    for (const [channel, value] of corner.entries()) {
      expect(Math.abs(value - (CORNERS[i]?.[channel] ?? 0)), `corner ${i}`).toBeLessThan(14);
    }
  }
});

test('samples are told apart: clear ones from those that were degraded or are dark', async () => {
  const clear = [];
  for (const sample of listSamples()) {
    if ((await readPhoto(samplePath(sample))).isClear) clear.push(sample.id);
  }
  expect(clear.sort()).toEqual(['astronaut', 'raccoon']);
});

test('transparency is laid onto white', async () => {
  const { image } = await readPhoto(join(FIXTURES, 'alpha.png'));
  expect([...image.rgb.slice(-3)]).toEqual([255, 255, 255]);
});

test.each([
  ['of a folder', FIXTURES, 'not a file'],
  ['of nothing', join(FIXTURES, 'none.jpg'), 'no such file'],
  ['of text', import.meta.filename, 'This is not a photo'],
  ['of HEIC', join(FIXTURES, 'plain.heic'), 'HEIC is not read by this command'],
])('%s it says what is wrong', async (_, path, message) => {
  await expect(readPhoto(path)).rejects.toThrow(message);
});
