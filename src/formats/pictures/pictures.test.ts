import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { maskArea } from '../../mask/measure.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { discMask } from '../../mask/testing/shapes.ts';
import type { Dataset } from '../testing/arbitrary.ts';
import { EXACT, writeAll } from '../testing/round-trip.ts';
import type { Picture, Pixels } from '../writing/writer.ts';
import { createCutOutWriter, cutOut } from './cut-out.ts';
import { createOverlayWriter } from './overlay.ts';
import { softAlpha } from './soft-alpha.ts';

const size = { width: 60, height: 40 };
const disc = discMask(size, { x: 30, y: 20 }, 12);

/** Red grows to the right, green downward, so each pixel says where it comes from. */
const picture: Picture & { jpegs: Pixels[] } = {
  size,
  jpegs: [],
  read: ({ x0, y0, x1, y1 }) => {
    const rgba = new Uint8ClampedArray((x1 - x0) * (y1 - y0) * 4).fill(255);
    for (let i = 0; i < rgba.length / 4; i++) {
      rgba[4 * i] = x0 + (i % (x1 - x0));
      rgba[4 * i + 1] = y0 + Math.floor(i / (x1 - x0));
    }
    return rgba;
  },
  readScaled: () => ({
    size: { width: 30, height: 20 },
    rgba: new Uint8ClampedArray(30 * 20 * 4).fill(100),
  }),
  async toJpeg(pixels) {
    picture.jpegs.push(pixels);
    return new Blob(['jpeg']);
  },
};

const dataset: Dataset = {
  name: 'one',
  classes: [{ name: 'a/b: ball', color: [255, 0, 0] }],
  photos: [{ name: 'x.jpg', size }],
  labels: [
    {
      objects: [{ classIndex: 0, mask: disc, score: null, note: '', attributes: [] }],
      tags: [],
    },
  ],
};

describe('a cut-out', () => {
  test('is the box of the object, opaque inside and nothing else, with the pixels of the photo', () => {
    const png = decode(cutOut(picture, disc, 0) ?? new Uint8Array());
    expect([png.width, png.height]).toEqual([24, 24]);
    const opaque = png.data.filter((value, i) => i % 4 === 3 && value === 255).length;
    expect(opaque).toBe(maskArea(disc));
    const middle = (12 * 24 + 12) * 4;
    expect([...png.data.slice(middle, middle + 4)]).toEqual([30, 20, 255, 255]);
  });

  test('has a soft edge as wide as it is asked for, and no softer inside', () => {
    const png = decode(cutOut(picture, disc, 4) ?? new Uint8Array());
    expect([png.width, png.height]).toEqual([32, 32]);
    const row = Array.from({ length: 32 }, (_, x) => png.data[(16 * 32 + x) * 4 + 3] ?? -1);
    expect(row[0]).toBeLessThan(16);
    expect(row[16]).toBe(255);
    expect(row.slice(0, 16)).toEqual([...row.slice(0, 16)].sort((a, b) => a - b));
    expect(row.filter((alpha) => alpha > 0 && alpha < 255).length).toBeGreaterThanOrEqual(6);
  });

  test('of an object at the border does not fade there', () => {
    const mask = maskFromPicture('####', '####', '####');
    const whole = { x0: 0, y0: 0, x1: 4, y1: 3 };
    expect([...softAlpha(mask, whole, 4)]).toEqual(Array(12).fill(255));
  });

  test('of nothing is nothing', () => {
    expect(cutOut(picture, maskFromPicture('..'), 1)).toBeNull();
  });

  test('is named after photo, number and class', async () => {
    const files = await writeAll(createCutOutWriter, dataset, EXACT, 0, picture);
    expect([...files.keys()]).toEqual(['cut-outs/x/001-a_b_ ball.png']);
  });
});

test('an overlay has a fill, and a line of full colour along the edge, at its own scale', async () => {
  const files = await writeAll(createOverlayWriter, dataset, EXACT, 0, picture);
  expect([...files.keys()]).toEqual(['overlays/x.jpg']);
  const { rgba } = picture.jpegs[0] ?? { rgba: new Uint8ClampedArray() };
  const at = (x: number, y: number) => [...rgba.slice((y * 30 + x) * 4, (y * 30 + x) * 4 + 3)];
  expect(at(2, 2)).toEqual([100, 100, 100]);
  expect(at(15, 10)).toEqual([154, 65, 65]);
  expect(at(9, 10)).toEqual([255, 0, 0]);
});
