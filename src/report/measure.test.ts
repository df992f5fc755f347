import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings.ts';
import { measurePhoto } from './measure.ts';
import type { Pixels } from './pixels.ts';

const SIDE = 160;

/** A photo of brightness `at(x, y)`, 0 to 255, grey. */
function picture(at: (x: number, y: number) => number, width = SIDE, height = SIDE): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    const value = at(i % width, Math.floor(i / width));
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = Math.round(value);
  }
  return { size: { width, height }, rgba };
}

/** Discs of many sizes: edges of all directions, none of them on a grid of eight pixels. */
function discs(x: number, y: number): number {
  const [column, row] = [Math.floor(x / PITCH), Math.floor(y / PITCH)];
  const radius = 5 + ((column * 7 + row * 3) % 8);
  const isInside = Math.hypot((x % PITCH) - 14, (y % PITCH) - 14) < radius;
  return isInside ? 40 + ((column * 53 + row * 31) % 60) : 190;
}

const PITCH = 29;

/** The same each time, normally distributed. */
function normal(): () => number {
  let state = 12345;
  const uniform = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return (state + 1) / (2 ** 31 + 1);
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A running mean of `length` pixels along (dx, dy). */
function moved(length: number, dx: number, dy: number): (x: number, y: number) => number {
  return (x, y) => {
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const by = i - (length - 1) / 2;
      sum += discs(Math.round(x + by * dx) + 64, Math.round(y + by * dy) + 64);
    }
    return sum / length;
  };
}

const reportOf = (pixels: Pixels) => measurePhoto(pixels, pixels);

describe('the report on a photo', () => {
  it('finds the sigma of noise that was added, within a tenth', () => {
    for (const sigma of [5, 10, 20]) {
      const random = normal();
      const { noise } = reportOf(picture((x, y) => 60 + (x + y) / 4 + sigma * random()));
      expect(Math.abs(noise / sigma - 1)).toBeLessThan(0.1);
    }
    expect(reportOf(picture(discs)).noise).toBeLessThan(1);
  });

  it('says that a photo is the more blurred, the more it is', () => {
    const blurs = [1, 5, 9, 15].map((length) => reportOf(picture(moved(length, 1, 0))).blur);
    expect(blurs).toEqual([...blurs].sort((a, b) => a - b));
    expect(blurs[3]).toBeGreaterThan((blurs[0] ?? 1) + 0.3);
  });

  it.each([
    [0, 1, 0],
    [45, Math.SQRT1_2, -Math.SQRT1_2],
    [90, 0, 1],
    [135, Math.SQRT1_2, Math.SQRT1_2],
  ])('finds the direction of motion: %i degrees', (degrees, dx, dy) => {
    const { motion } = reportOf(picture(moved(15, dx, dy)));
    const off = Math.abs(motion.degrees - degrees) % 180;
    expect(Math.min(off, 180 - off)).toBeLessThan(8);
    expect(motion.strength).toBeGreaterThan(reportOf(picture(discs)).motion.strength + 0.15);
  });

  it('tells darkness, haze and a lack of contrast from a clear photo', () => {
    const clear = reportOf(picture(discs));
    const dark = reportOf(picture((x, y) => discs(x, y) * 0.1));
    const hazy = reportOf(picture((x, y) => 200 + discs(x, y) * 0.15));
    expect(dark.darkness).toBeGreaterThan(clear.darkness + 0.3);
    expect(hazy.haze).toBeGreaterThan(clear.haze + 0.3);
    expect(hazy.contrast).toBeLessThan(clear.contrast / 3);
  });

  it('sees blocks of eight pixels wherever their grid lies, and none where there are none', () => {
    const blocks = (by: number) =>
      picture((x, y) => 100 + ((Math.floor((x + by) / 8) * 5 + Math.floor((y + by) / 8) * 3) % 9));
    for (const by of [0, 3, 7]) expect(reportOf(blocks(by)).blocks).toBeGreaterThan(3.5);
    expect(reportOf(picture(discs)).blocks).toBeLessThan(1.7);
    expect(reportOf(picture((x, y) => (x + y) / 2)).blocks).toBeLessThan(1.7);
  });

  it('counts every pixel in the histogram', () => {
    const { histogram } = reportOf(picture((x) => (x < SIDE / 4 ? 0 : 255)));
    expect(histogram[0]).toBe(0.25);
    expect(histogram.at(-1)).toBe(0.75);
  });

  it('has something to say of any photo, also of one pixel, and of one that is flat', () => {
    const side = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(side, side, fc.nat(255), (width, height, value) => {
        const report = reportOf(picture(() => value, width, height));
        const { motion, histogram, ...figures } = report;
        for (const figure of [...Object.values(figures), motion.degrees, motion.strength])
          expect(Number.isFinite(figure)).toBe(true);
        expect(histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(findingsOf(report)).toMatchObject({ noise: 'none', motion: 'none', blocks: 'none' });
      }),
    );
  });
});
