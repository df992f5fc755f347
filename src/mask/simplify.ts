import type { Polygon, Ring } from './polygons.ts';

/** Drops vertices while none lies further than `tolerance` pixels from the new line; 0 keeps all. */
export function simplifyPolygons(polygons: readonly Polygon[], tolerance: number): Polygon[] {
  if (tolerance <= 0) return [...polygons];
  return polygons.map(({ outer, holes }) => ({
    outer: simplifyRing(outer, tolerance),
    holes: holes.map((hole) => simplifyRing(hole, tolerance)),
  }));
}

/** Douglas and Peucker's way; a ring that would lose its area stays as it was. */
export function simplifyRing(ring: Ring, tolerance: number): Ring {
  const count = ring.length / 2;
  const opposite = farthest(ring, 0, count, 0).vertex;
  const kept = new Uint8Array(count);
  kept[0] = kept[opposite] = 1;
  const chains: [number, number][] = [
    [0, opposite],
    [opposite, count],
  ];
  // A list instead of recursion: a ring may have a million vertices.
  for (let chain = chains.pop(); chain; chain = chains.pop()) {
    const [from, to] = chain;
    const { vertex, distance } = farthest(ring, from, to, to % count);
    if (distance <= tolerance) continue;
    kept[vertex] = 1;
    chains.push([from, vertex], [vertex, to]);
  }
  const simple = keptVertices(ring, kept);
  return hasArea(simple) ? simple : ring;
}

/** The vertex strictly between `from` and `to` that lies farthest from the segment `from`, `end`. */
function farthest(
  ring: Ring,
  from: number,
  to: number,
  end: number,
): { vertex: number; distance: number } {
  const [ax, ay] = [ring[2 * from] ?? 0, ring[2 * from + 1] ?? 0];
  const [dx, dy] = [(ring[2 * end] ?? 0) - ax, (ring[2 * end + 1] ?? 0) - ay];
  const lengthSquared = dx * dx + dy * dy;
  let [vertex, most] = [from, -1];
  for (let i = from + 1; i < to; i++) {
    const [x, y] = [(ring[2 * i] ?? 0) - ax, (ring[2 * i + 1] ?? 0) - ay];
    const along = lengthSquared && Math.min(1, Math.max(0, (x * dx + y * dy) / lengthSquared));
    const [offX, offY] = [x - along * dx, y - along * dy];
    const squared = offX * offX + offY * offY;
    if (squared > most) [vertex, most] = [i, squared];
  }
  return { vertex, distance: Math.sqrt(Math.max(0, most)) };
}

function keptVertices(ring: Ring, kept: Uint8Array): number[] {
  const simple: number[] = [];
  for (const [i, keep] of kept.entries()) {
    if (keep) simple.push(ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0);
  }
  return simple;
}

function hasArea(ring: Ring): boolean {
  let doubled = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    doubled += (ring[i] ?? 0) * (ring[next + 1] ?? 0) - (ring[next] ?? 0) * (ring[i + 1] ?? 0);
  }
  return doubled !== 0;
}
