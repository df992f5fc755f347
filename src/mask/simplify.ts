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
  const kept = keptVertices(ring, tolerance);
  return kept.length < ring.length / 2 ? verticesAt(ring, kept) : ring;
}

/** Which vertices of a ring stay, rising; all of them where it would lose its area otherwise. */
export function keptVertices(ring: Ring, tolerance: number): number[] {
  const count = ring.length / 2;
  const opposite = farthest(ring, 0, count, 0).vertex;
  const isKept = new Uint8Array(count);
  isKept[0] = isKept[opposite] = 1;
  const chains: [number, number][] = [
    [0, opposite],
    [opposite, count],
  ];
  // A list instead of recursion: a ring may have a million vertices.
  for (let chain = chains.pop(); chain; chain = chains.pop()) {
    const [from, to] = chain;
    const { vertex, distance } = farthest(ring, from, to, to % count);
    if (distance <= tolerance) continue;
    isKept[vertex] = 1;
    chains.push([from, vertex], [vertex, to]);
  }
  const kept = [...isKept.keys()].filter((i) => isKept[i] === 1);
  return hasArea(verticesAt(ring, kept)) ? kept : [...isKept.keys()];
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

function verticesAt(ring: Ring, indices: readonly number[]): number[] {
  return indices.flatMap((i) => [ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0]);
}

function hasArea(ring: Ring): boolean {
  let doubled = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    doubled += (ring[i] ?? 0) * (ring[next + 1] ?? 0) - (ring[next] ?? 0) * (ring[i + 1] ?? 0);
  }
  return doubled !== 0;
}
