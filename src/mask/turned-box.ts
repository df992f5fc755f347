import type { Mask } from './mask.ts';
import type { Ring } from './polygons.ts';
import { forEachSpan } from './runs.ts';

type Point = readonly [x: number, y: number];

/** The four corners, clockwise on screen, of the smallest box, turned as it may be, around all pixels; null: there are none. */
export function turnedBox(mask: Mask): Ring | null {
  const hull = hullOf(cornersOf(mask));
  let best: { readonly area: number; readonly corners: Ring } | null = null;
  for (const [i, from] of hull.entries()) {
    const box = boxAlong(hull, from, hull[(i + 1) % hull.length] ?? from);
    // The first of several equals: the upright one.
    if (!best || box.area < best.area - 1e-9) best = box;
  }
  return best?.corners ?? null;
}

/** The outermost of the pixels' own corners in each row, by y and then x. */
function cornersOf(mask: Mask): Point[] {
  const edges = new Map<number, [least: number, most: number]>();
  const widen = (y: number, x0: number, x1: number) => {
    const [least, most] = edges.get(y) ?? [x0, x1];
    edges.set(y, [Math.min(least, x0), Math.max(most, x1)]);
  };
  forEachSpan(mask, (y, x0, x1) => {
    widen(y, x0, x1);
    widen(y + 1, x0, x1);
  });
  const rows = [...edges].sort(([a], [b]) => a - b);
  return rows.flatMap(([y, [least, most]]): Point[] => [
    [least, y],
    [most, y],
  ]);
}

/** Clockwise on screen, without corners that lie on an edge. Andrew's monotone chain. */
function hullOf(points: readonly Point[]): Point[] {
  const right = chainOf(points);
  const left = chainOf(points.toReversed());
  return [...right.slice(0, -1), ...left.slice(0, -1)];
}

function chainOf(points: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    while (chain.length >= 2 && turnAt(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain;
}

/** Above 0: to the right on screen. */
function turnAt([ax, ay]: Point = [0, 0], [bx, by]: Point = [0, 0], [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** The smallest box with a side along this edge. */
function boxAlong(hull: readonly Point[], from: Point, to: Point) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const along = hull.map(([x, y]) => x * ux + y * uy);
  const across = hull.map(([x, y]) => y * ux - x * uy);
  const [a0, a1] = [Math.min(...along), Math.max(...along)];
  const [b0, b1] = [Math.min(...across), Math.max(...across)];
  const at = (a: number, b: number) => [a * ux - b * uy, a * uy + b * ux];
  return {
    area: (a1 - a0) * (b1 - b0),
    corners: [...at(a0, b0), ...at(a1, b0), ...at(a1, b1), ...at(a0, b1)],
  };
}
