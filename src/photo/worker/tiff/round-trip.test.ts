import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { inspectFile } from '../inspect.ts';
import { type TiffPlan, writeTiff } from '../testing/write-tiff.ts';
import { decodeTiff } from './decode.ts';
import { CODE_BITS, MODE_CODES, RUNS } from './fax-codes.ts';

const BITS = [1, 2, 3, 4, 6, 7, 8, 10, 12, 14, 16];
const RGB = 2;
const GREY = 1;

const plan: fc.Arbitrary<TiffPlan> = fc
  .record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
    samples: fc.integer({ min: 1, max: 6 }),
    bits: fc.constantFrom(...BITS),
    isLittleEndian: fc.boolean(),
    isBig: fc.boolean(),
    isPlanar: fc.boolean(),
    isReversed: fc.boolean(),
    isPredicted: fc.boolean(),
    compression: fc.constantFrom(1 as const, 8 as const, 32773 as const),
    tile: fc.option(
      fc.record({ width: fc.constantFrom(3, 8, 16), height: fc.constantFrom(2, 16) }),
    ),
    rows: fc.integer({ min: 1, max: 20 }),
    photometric: fc.constantFrom(GREY, RGB),
  })
  .map((any) => ({ ...any, isPredicted: any.isPredicted && (any.bits === 8 || any.bits === 16) }));

const planned = plan.chain((one) => {
  const count = one.width * one.height * one.samples;
  const value = fc.integer({ min: 0, max: 2 ** one.bits - 1 });
  return fc.tuple(fc.constant(one), fc.array(value, { minLength: count, maxLength: count }));
});

vi.setConfig({ testTimeout: 60_000 });

it('shows what was stored, however it was stored', async () => {
  await fc.assert(
    fc.asyncProperty(planned, async ([one, random]) => {
      const most = 2 ** one.bits - 1;
      // Black and white are there, so nothing is stretched.
      const shown = one.photometric === RGB && one.samples >= 3 ? 3 : 1;
      const values = random.map((value, i) => (i === 0 ? 0 : i === one.samples ? most : value));
      if (values.length <= one.samples) return;
      const bytes = writeTiff(one, values);
      const size = { width: one.width, height: one.height };
      expect(await inspectFile(new Blob([bytes]))).toMatchObject({
        ok: true,
        format: 'tiff',
        size,
      });
      const { data } = await decodeTiff(bytes);
      for (let i = 0; i < one.width * one.height; i++) {
        for (let c = 0; c < 3; c++) {
          const stored = values[i * one.samples + (shown === 3 ? c : 0)] ?? 0;
          const value = data[i * 4 + c] ?? -9;
          expect(Math.abs(value - (stored / most) * 255)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it.each([
  ['12 bits in 16', 0, 4094],
  ['a narrow band of 16', 30_000, 33_000],
])('stretches %s to what the file holds', async (_, low, high) => {
  const base = { isLittleEndian: true, isBig: false, isPlanar: false, isReversed: false } as const;
  const grey = {
    ...base,
    samples: 1,
    bits: 16,
    isPredicted: false,
    compression: 1,
    tile: null,
  } as const;
  const values = [low, (low + high) / 2, high, low];
  const file = writeTiff({ ...grey, width: 4, height: 1, rows: 1, photometric: GREY }, values);
  const { data } = await decodeTiff(file);
  expect([data[0], data[4], data[8], data[12]]).toEqual([0, 128, 255, 0]);
});

it('knows the codes of fax, none of which is the beginning of another', () => {
  for (const { values, lengths } of [...RUNS, MODE_CODES]) {
    const codes = new Map<unknown, number>();
    for (const [i, value] of values.entries()) {
      if (value === undefined) continue;
      codes.set(value, (codes.get(value) ?? 0) + 1);
      expect(lengths[i]).toBeGreaterThan(0);
    }
    // Each code takes its share of all that could come: had two overlapped, one would be too small.
    for (const [value, share] of codes) {
      expect(share).toBe(2 ** (CODE_BITS - (lengths[values.indexOf(value as never)] ?? 0)));
    }
  }
  expect(new Set(RUNS[0].values).size).toBe(64 + 27 + 13 + 1);
  expect(new Set(RUNS[1].values).size).toBe(64 + 27 + 13 + 1);
});
