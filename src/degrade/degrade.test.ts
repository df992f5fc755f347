import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Photo } from './photo.ts';
import { degrade } from './registry.ts';
import { DEGRADATION_NAMES, type DegradationName, type Step } from './stack.ts';

/** Wider than high and of odd height: waves of light in several directions. */
function waves(width: number, height: number): Photo {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o += 4) {
      rgba[o] = 128 + 100 * Math.sin(x / 3 + y / 7);
      rgba[o + 1] = 90 + 80 * Math.cos(x / 5 - y / 4);
      rgba[o + 2] = 60 + (120 * x) / width;
    }
  return { size: { width, height }, rgba };
}

const photo = waves(72, 47);
/** Milliseconds: noise on many photos takes its time. */
const LONG = 60_000;
const anyName = fc.constantFrom(...DEGRADATION_NAMES);
const anyStep = fc.record({ name: anyName, severity: fc.double({ min: 0, max: 1, noNaN: true }) });
const made = (steps: readonly Step[], seed: number, of = photo) => degrade(of, { steps, seed });

function difference(a: Photo, b: Photo): number {
  return a.rgba.reduce((sum, value, o) => sum + Math.abs(value - (b.rgba[o] ?? 0)), 0);
}

test(
  'a stack keeps the size, stays opaque, gives the same pixels every time and leaves the photo alone',
  () => {
    const before = photo.rgba.slice();
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 3 }), fc.nat(), (steps, seed) => {
        const degraded = made(steps, seed);
        expect(degraded.size).toEqual(photo.size);
        expect(degraded.rgba).toHaveLength(photo.rgba.length);
        expect(degraded.rgba.every((value, o) => o % 4 !== 3 || value === 255)).toBe(true);
        expect(made(steps, seed).rgba).toEqual(degraded.rgba);
      }),
      { numRuns: 15 },
    );
    expect(photo.rgba).toEqual(before);
  },
  LONG,
);

test(
  'a stack is its degradations one after the other; none draws otherwise for those beside it',
  () => {
    const two = fc.uniqueArray(anyStep, {
      minLength: 2,
      maxLength: 2,
      selector: ({ name }) => name,
    });
    fc.assert(
      fc.property(two, fc.nat(), ([first, second], seed) => {
        if (!first || !second) return;
        const apart = made([second], seed, made([first], seed));
        expect(made([first, second], seed).rgba).toEqual(apart.rgba);
      }),
      { numRuns: 15 },
    );
  },
  LONG,
);

test('the same degradation a second time draws other things, and an empty stack changes nothing', () => {
  const noise: Step = { name: 'gaussian_noise', severity: 0.5 };
  const twice = made([noise], 1, made([noise], 1));
  expect(difference(made([noise, noise], 1), twice)).toBeGreaterThan(0);
  expect(made([], 1).rgba).toEqual(photo.rgba);
});

test.each(DEGRADATION_NAMES)('%s depends on the seed', (name) => {
  const step = { name, severity: 0.7 };
  const first = made([step], 0);
  const others = [1, 2, 3, 4, 5].map((seed) => difference(first, made([step], seed)));
  expect(Math.max(...others)).toBeGreaterThan(0);
});

test.each(DEGRADATION_NAMES)('%s grows with severity', (name) => {
  // What a chain draws depends on the sizes it has come to: the mean of some seeds.
  const distances = [0, 0.5, 1].map((severity) =>
    [1, 2, 3, 4].reduce(
      (sum, seed) => sum + difference(made([{ name, severity }], seed), photo),
      0,
    ),
  );
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect(distances.at(-1)).toBeGreaterThan(1.5 * (distances[0] ?? 0));
});

test.each(DEGRADATION_NAMES)('%s takes photos of any size', (name) => {
  for (const [width, height] of [
    [1, 1],
    [2, 17],
    [19, 7],
  ] as const) {
    const tiny = waves(width, height);
    expect(made([{ name, severity: 1 }], 2, tiny).size).toEqual(tiny.size);
  }
});

test.each([-0.1, 1.1, Number.NaN])('a severity of %d is refused', (severity) => {
  expect(() => made([{ name: 'fog' as DegradationName, severity }], 0)).toThrow(RangeError);
});

test(
  'a large photo gets the flakes, clouds and ripples of its smaller copy',
  () => {
    const grey = (width: number): Photo => {
      const rgba = new Uint8ClampedArray(width * width * 4).fill(90);
      for (let o = 3; o < rgba.length; o += 4) rgba[o] = 255;
      return { size: { width, height: width }, rgba };
    };
    for (const name of ['snow', 'fog'] as const) {
      const [small, large] = [280, 1120].map((side) =>
        made([{ name, severity: 0.5 }], 5, grey(side)),
      );
      const meanOf = ({ size, rgba }: Photo, left: number, top: number) => {
        const [side, cell] = [size.width, size.width / 10];
        let sum = 0;
        for (let y = 0; y < cell; y++)
          for (let x = 0; x < cell; x++)
            sum += rgba[((top * cell + y) * side + left * cell + x) * 4] ?? 0;
        return sum / cell ** 2;
      };
      for (let place = 0; place < 10; place++) {
        const [one, other] = [small, large].map((of) => meanOf(of as Photo, place, 9 - place));
        expect(Math.abs((one ?? 0) - (other ?? 0))).toBeLessThan(8);
      }
    }
  },
  LONG,
);
