import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packRuns, unpackRuns } from './packed.ts';
import { anyMask } from './testing/arbitrary.ts';
import { discMask } from './testing/shapes.ts';

const anyRuns = fc
  .array(fc.oneof(fc.nat(300), fc.nat(2 ** 31)), { maxLength: 40 })
  .map((runs) => Uint32Array.from(runs));
const sumOf = (runs: Uint32Array) => runs.reduce((sum, run) => sum + run, 0);

describe('packed runs', () => {
  test('are unpacked as they were', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        expect(unpackRuns(packRuns(runs), sumOf(runs))).toEqual(runs);
      }),
    );
    fc.assert(
      fc.property(anyMask(), ({ mask: { size, runs } }) => {
        expect(unpackRuns(packRuns(runs), size.width * size.height)).toEqual(runs);
      }),
    );
  });

  test('take less than a third of the memory', () => {
    const { runs } = discMask({ width: 1920, height: 1080 }, { x: 900, y: 500 }, 200);
    expect(packRuns(runs).byteLength).toBeLessThan(runs.byteLength / 3);
  });

  test('that were damaged are refused, or fill the picture all the same', () => {
    fc.assert(
      fc.property(anyMask(), fc.uint8Array({ maxLength: 12 }), fc.nat(), (any, noise, at) => {
        const { size, runs } = any.mask;
        const packed = packRuns(runs);
        const start = at % (packed.length + 1);
        const damaged = Uint8Array.of(...packed.slice(0, start), ...noise, ...packed.slice(start));
        const pixels = size.width * size.height;
        try {
          expect(sumOf(unpackRuns(damaged, pixels))).toBe(pixels);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  test('of another picture, or cut off, are refused', () => {
    const packed = packRuns(Uint32Array.of(100, 300, 200));
    for (const [bytes, pixels] of [
      [packed, 599],
      [packed, 601],
      [packed.slice(0, -1), 600],
      [Uint8Array.of(...packed, 128), 600],
      [new Uint8Array(0), 600],
    ] as const)
      expect(() => unpackRuns(bytes, pixels)).toThrow(RangeError);
  });
});
