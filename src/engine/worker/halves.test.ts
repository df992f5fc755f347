import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHalves, toHalves } from './halves.ts';

const LARGEST = 65504;
const SMALLEST = 2 ** -24;

const there = (value: number) => fromHalves(toHalves(Float32Array.of(value)))[0] as number;

test('a value comes back as the nearest half', () => {
  fc.assert(
    fc.property(fc.float({ min: -LARGEST, max: LARGEST, noNaN: true }), (value) => {
      const allowed = Math.max(Math.abs(value) * 2 ** -11, SMALLEST);
      expect(Math.abs(there(value) - value)).toBeLessThanOrEqual(allowed);
    }),
    { numRuns: 2000 },
  );
});

test('every half comes back as itself', () => {
  const halves = Uint16Array.from({ length: 2 ** 16 }, (_, half) => half);
  // Infinities and NaN, which no embedding has, needn't.
  const finite = halves.filter((half) => (half & 0x7c00) !== 0x7c00);
  expect(toHalves(fromHalves(finite))).toEqual(finite);
});

test('what lies in the middle goes to the even one', () => {
  expect(there(1 + 2 ** -11)).toBe(1);
  expect(there(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
});

test('what is too large stays finite, what is no number stays none', () => {
  expect([70_000, -1e30, 65_519.9].map(there)).toEqual([LARGEST, -LARGEST, LARGEST]);
  expect(there(Number.NaN)).toBeNaN();
});
