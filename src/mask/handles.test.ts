import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImagePoint } from '../geometry/spaces.ts';
import { uniteMasks } from './combine.ts';
import { maskDifference } from './difference.ts';
import {
  addHandle,
  dropHandle,
  flatRing,
  type HandlePlace,
  type HandleRing,
  handleNear,
  handlesOf,
  lineNear,
  maskOfHandles,
  moveHandle,
  nearestOnRing,
} from './handles.ts';
import { countParts } from './holes.ts';
import type { Mask } from './mask.ts';
import { maskArea } from './measure.ts';
import { subtractFromMask } from './patch.ts';
import { forEachSpan } from './runs.ts';
import { anyMask, maskFromPicture } from './testing/arbitrary.ts';
import { discMask } from './testing/shapes.ts';

const SIZE = { width: 120, height: 80 };
const anyTolerance = fc.double({ min: 0, max: 4, noNaN: true });
const anyPoint = fc.record({
  x: fc.double({ min: 0, max: SIZE.width, noNaN: true }),
  y: fc.double({ min: 0, max: SIZE.height, noNaN: true }),
});
/** A ring, a disc in its hole, and a disc beside it: parts and holes of many corners. */
const anyShape = fc
  .record({ x: fc.integer({ min: 30, max: 60 }), radius: fc.integer({ min: 15, max: 30 }) })
  .map(({ x, radius }) => {
    const centre = { x, y: 40 };
    const ring = discMask(SIZE, centre, radius, radius / 2);
    const others = [discMask(SIZE, centre, radius / 4), discMask(SIZE, { x: 105, y: 20 }, 9)];
    return uniteMasks([ring, ...others], SIZE);
  });
const anyIndex = fc.nat();

function placeOf(rings: readonly HandleRing[], index: number): HandlePlace {
  const all = rings.flatMap(({ handles }, ring) => handles.map((_, handle) => ({ ring, handle })));
  return all[index % all.length] ?? { ring: 0, handle: 0 };
}

describe('opened and closed again', () => {
  test('a mask is the same to the bit, whatever it looks like', () => {
    fc.assert(
      fc.property(anyMask(10), anyTolerance, ({ mask }, tolerance) => {
        const rings = handlesOf(mask, tolerance);
        expect(maskOfHandles(mask, rings, rings)).toBe(mask);
        // Also where every part is made again.
        const copies = rings.map((ring) => ({ ...ring }));
        expect(maskOfHandles(mask, rings, copies)).toEqual(mask);
      }),
    );
  });

  test('more points change nothing', () => {
    fc.assert(
      fc.property(anyShape, anyTolerance, anyIndex, anyPoint, (mask, tolerance, index, near) => {
        const rings = handlesOf(mask, tolerance);
        const more = addHandle(rings, placeOf(rings, index), near);
        const count = (all: readonly HandleRing[]) => all.flatMap(({ handles }) => handles).length;
        expect(count(more)).toBe(count(rings) + 1);
        expect(maskOfHandles(mask, rings, more)).toEqual(mask);
      }),
    );
  });
});

test('a moved point changes pixels between the old lines and the new ones only', () => {
  fc.assert(
    fc.property(anyShape, anyTolerance, anyIndex, anyPoint, (mask, tolerance, index, to) => {
      const rings = handlesOf(mask, tolerance);
      const place = placeOf(rings, index);
      const after = moveHandle(rings, place, to);
      const hull = hullOf([...besides(rings, place), to]);
      for (const centre of centresOf(maskDifference(mask, maskOfHandles(mask, rings, after))))
        expect(isInHull(hull, centre)).toBe(true);
    }),
  );
});

test('a dropped point changes pixels between the old lines and the new one only', () => {
  fc.assert(
    fc.property(anyShape, anyIndex, (mask, index) => {
      const rings = handlesOf(mask, 1);
      const place = placeOf(rings, index);
      const after = dropHandle(rings, place);
      const hull = hullOf(besides(rings, place));
      for (const centre of centresOf(maskDifference(mask, maskOfHandles(mask, rings, after))))
        expect(isInHull(hull, centre)).toBe(true);
    }),
  );
});

test('a square’s corner is dragged out, its hole and its neighbour stay', () => {
  const mask = maskFromPicture(
    '............',
    '.#####......',
    '.#...#..##..',
    '.#...#..##..',
    '.#####......',
    '............',
  );
  const rings = handlesOf(mask, 0.5);
  expect(rings.map(({ handles, isHole }) => [handles.length, isHole])).toEqual([
    [4, false],
    [4, true],
    [4, false],
  ]);
  const corner = handleNear(rings, { x: 6.2, y: 5.1 }, 1);
  expect(corner && rings[corner.ring]?.handles[corner.handle]?.at).toEqual({ x: 6, y: 5 });
  const moved = moveHandle(rings, corner as HandlePlace, { x: 8, y: 6 });
  expect(maskOfHandles(mask, rings, moved)).toEqual(
    maskFromPicture(
      '............',
      '.#####......',
      '.#...##.##..',
      '.#...##.##..',
      '.######.....',
      '....####....',
    ),
  );
});

test('a hole of too few points is filled, and a part goes with its holes', () => {
  const mask = discMask(SIZE, { x: 50, y: 40 }, 30, 8);
  const holed = handlesOf(mask, 1);
  const dropAll = (rings: readonly HandleRing[], isHole: boolean): HandleRing[] => {
    const ring = rings.findIndex((one) => one.isHole === isHole);
    return ring === -1 ? [...rings] : dropAll(dropHandle(rings, { ring, handle: 0 }), isHole);
  };
  const filled = maskOfHandles(mask, holed, dropAll(holed, true));
  expect(filled).toEqual(discMask(SIZE, { x: 50, y: 40 }, 30));
  expect(dropAll(holed, false)).toEqual([]);
  expect(maskArea(maskOfHandles(mask, holed, []))).toBe(0);
});

test('a hole that is dragged out of its part fills nothing there', () => {
  const disc = discMask(SIZE, { x: 50, y: 40 }, 30, 8);
  const rings = handlesOf(disc, 1);
  const ring = rings.findIndex(({ isHole }) => isHole);
  const moved = moveHandle(rings, { ring, handle: 0 }, { x: 118, y: 40 });
  const after = maskOfHandles(disc, rings, moved);
  const whole = discMask(SIZE, { x: 50, y: 40 }, 30);
  expect(maskArea(subtractFromMask(after, whole))).toBe(0);
  expect(countParts(after).parts).toBeGreaterThanOrEqual(1);
});

test('points and lines are found within reach, and places on a neighbour’s outline', () => {
  const rings = handlesOf(maskFromPicture('....', '.##.', '.##.', '....'), 0);
  expect(handleNear(rings, { x: 1.4, y: 1.2 }, 0.6)).toEqual({ ring: 0, handle: 0 });
  expect(handleNear(rings, { x: 2, y: 2 }, 0.6)).toBeNull();
  expect(lineNear(rings, { x: 2, y: 0.8 }, 0.5)).toEqual({ ring: 0, handle: 0 });
  expect(lineNear(rings, { x: 2, y: 2 }, 0.5)).toBeNull();
  const flat = flatRing(rings[0] as HandleRing);
  expect(nearestOnRing(flat, { x: 2, y: 0.8 }, 0.5)).toEqual({ x: 2, y: 1 });
  expect(nearestOnRing(flat, { x: 0, y: 0 }, 0.5)).toBeNull();
});

/** The old lines on both sides of a place, with their ends. */
function besides(rings: readonly HandleRing[], { ring, handle }: HandlePlace): ImagePoint[] {
  const handles = rings[ring]?.handles ?? [];
  // A ring of three goes as a whole.
  if (handles.length <= 3) return pointsOf(rings.flatMap((one) => flatRing(one)));
  const at = (i: number) => handles[(i + handles.length) % handles.length];
  const [before, here, after] = [at(handle - 1), at(handle), at(handle + 1)];
  const chains = [...(before?.chain ?? []), ...(here?.chain ?? [])];
  return [...pointsOf(chains), ...[before, here, after].flatMap((one) => one?.at ?? [])];
}

function pointsOf(flat: readonly number[]): ImagePoint[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => {
    return { x: flat[2 * i] ?? 0, y: flat[2 * i + 1] ?? 0 };
  });
}

function centresOf(mask: Mask): ImagePoint[] {
  const centres: ImagePoint[] = [];
  forEachSpan(mask, (y, x0, x1) => {
    for (let x = x0; x < x1; x++) centres.push({ x: x + 0.5, y: y + 0.5 });
  });
  return centres;
}

function turn(a: ImagePoint, b: ImagePoint, c: ImagePoint): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Andrew's chains, all turning one way. */
function hullOf(points: readonly ImagePoint[]): ImagePoint[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly ImagePoint[]) => {
    const chain: ImagePoint[] = [];
    for (const point of from) {
      while (chain.length > 1 && turn(chain.at(-2) ?? point, chain.at(-1) ?? point, point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Rounding in the filling of slanted lines may be off by a hair. */
const HAIR = 1e-6;

function isInHull(hull: readonly ImagePoint[], at: ImagePoint): boolean {
  return hull.every((a, i) => turn(a, hull[(i + 1) % hull.length] ?? a, at) >= -HAIR);
}
