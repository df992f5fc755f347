import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurePhoto } from '../report/measure.ts';
import type { Pixels } from '../report/pixels.ts';
import { lumaOf } from '../report/pixels.ts';
import { rmsContrast } from '../report/tone.ts';
import { type Adjustments, AMOUNTS, isNeutral, NEUTRAL, RANGES, sound } from './adjustments.ts';
import { adjustPixels } from './apply.ts';
import { autoAdjustments } from './auto.ts';
import { mapsOf } from './maps.ts';
import { toneOf } from './tone.ts';

const size = { width: 48, height: 32 };
const place = { left: 0, top: 0, across: 1 / size.width, down: 1 / size.height, step: 1 };

function picture(at: (x: number, y: number, channel: number) => number): Pixels {
  const rgba = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  for (let i = 0; i < size.width * size.height; i++) {
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = at(i % size.width, Math.floor(i / size.width), c);
  }
  return { size, rgba };
}

const scene = picture((x, y, c) => ((x * 5 + y * 3 + c * 40) * 7) % 256);

function adjusted(pixels: Pixels, change: Partial<Adjustments>): Pixels {
  const rgba = new Uint8ClampedArray(pixels.rgba.length);
  const adjustments = { ...NEUTRAL, ...change };
  adjustPixels(pixels, rgba, { adjustments, maps: mapsOf(pixels), place });
  return { size, rgba };
}

const meanOf = ({ rgba }: Pixels) => rgba.reduce((sum, value) => sum + value, 0) / rgba.length;

const anyAdjustments: fc.Arbitrary<Adjustments> = fc
  .record({
    ...(Object.fromEntries(
      AMOUNTS.map((amount) => [amount, fc.double({ min: -10, max: 10 })]),
    ) as Record<keyof typeof RANGES, fc.Arbitrary<number>>),
    inverts: fc.boolean(),
  })
  .map(sound);

describe('adjustments', () => {
  it('that are neutral change no pixel', () => {
    expect(adjusted(scene, {}).rgba).toEqual(scene.rgba);
    expect(isNeutral(NEUTRAL)).toBe(true);
  });

  it('are within their ranges and have black below white, whatever was asked for', () => {
    fc.assert(
      fc.property(anyAdjustments, (one) => {
        for (const amount of AMOUNTS) {
          expect(one[amount]).toBeGreaterThanOrEqual(RANGES[amount].least);
          expect(one[amount]).toBeLessThanOrEqual(RANGES[amount].most);
        }
        expect(one.black).toBeLessThan(one.white);
        expect(sound(one)).toEqual(one);
      }),
    );
  });

  it('never make a brighter pixel the darker one', () => {
    fc.assert(
      fc.property(anyAdjustments, fc.nat(254), (one, value) => {
        const [low, high] = [toneOf(value / 255, one), toneOf((value + 1) / 255, one)];
        expect(high).toBeGreaterThanOrEqual(low - 1e-9);
      }),
    );
  });

  it('leave alone what is transparent', () => {
    const half = { size, rgba: scene.rgba.map((value, i) => (i % 8 < 4 ? 0 : value)) };
    const { rgba } = adjusted(half, { exposure: 2, denoise: 1, inverts: true });
    expect(rgba.filter((_, i) => i % 8 < 4).every((value) => value === 0)).toBe(true);
  });

  it('invert, drain of colour, and multiply light', () => {
    expect(adjusted(scene, { inverts: true }).rgba[0]).toBe(255 - (scene.rgba[0] ?? 0));
    const [r, g, b] = adjusted(scene, { saturation: 0 }).rgba;
    expect([g, b]).toEqual([r, r]);
    // 18 % grey, one stop up, is 36 %: by sRGB's curve 118 and 163.
    const grey = picture(() => 118);
    expect(Math.abs((adjusted(grey, { exposure: 1 }).rgba[0] ?? 0) - 162)).toBeLessThanOrEqual(1);
  });

  it('take noise away and leave an edge', () => {
    const noisy = picture((x, y) => (x < 24 ? 60 : 190) + (((x * 31 + y * 17) % 7) - 3) * 4);
    const smooth = lumaOf(adjusted(noisy, { denoise: 0.6 })).values;
    const spread = (from: number, to: number) => {
      const values = [...smooth].filter((_, i) => i % size.width >= from && i % size.width < to);
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread(0, 21)).toBeLessThan(14);
    expect(spread(0, 48)).toBeGreaterThan(115);
  });

  it('take haze away: of a scene seen through it more contrast is left than before', () => {
    const hazy = picture((x, y, c) => 170 + 0.3 * (((x * 5 + y * 3 + c * 40) * 7) % 256));
    const before = rmsContrast(lumaOf(hazy));
    expect(rmsContrast(lumaOf(adjusted(hazy, { dehaze: 0.9 })))).toBeGreaterThan(before * 1.5);
  });

  it('bring out what is faint where it is faint', () => {
    const faint = picture((x, y) => 20 + ((x + y) % 5) * 2 + (x > 24 ? 180 : 0));
    const before = rmsContrast(lumaOf(picture((x, y) => 20 + ((x + y) % 5) * 2)));
    const left = lumaOf(adjusted(faint, { local: 1 })).values.filter((_, i) => i % size.width < 12);
    const of = { size: { width: 12, height: size.height }, values: Float32Array.from(left) };
    expect(rmsContrast(of)).toBeGreaterThan(before * 1.3);
  });
});

describe('auto', () => {
  const auto = (pixels: Pixels) => autoAdjustments(measurePhoto(pixels, pixels));

  it('makes a dark photo bright enough to see', () => {
    const dark = { size, rgba: scene.rgba.map((value, i) => (i % 4 === 3 ? 255 : value * 0.06)) };
    expect(meanOf(adjusted(dark, { ...auto(dark), denoise: 0 }))).toBeGreaterThan(110);
  });

  it('takes haze away where there is some', () => {
    expect(auto(picture((x, y) => 160 + ((x * 3 + y) % 60))).dehaze).toBeGreaterThan(0.5);
    expect(auto(scene).dehaze).toBe(0);
  });

  it('is within the ranges for any photo', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 40 }), (low, high, step) => {
        const one = auto(picture((x) => (Math.floor(x / step) % 2 === 0 ? low : high)));
        expect(sound(one)).toEqual(one);
      }),
    );
  });
});
