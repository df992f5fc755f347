import type { Ring } from './polygons.ts';

/** Distances tried in search of short seams; past them a seam may be long, but fills the same. */
const PATIENCE = 2e7;

/** By ring and vertex: the rings whose seam ends there. */
type Hanging = readonly Map<number, number[]>[];

/**
 * One ring through all rings, for formats without holes or parts: it follows seams there and back,
 * which have no width and so fill nothing under either rule. Returns flat x, y pairs.
 */
export function seamedRing(rings: readonly Ring[]): Ring {
  const [first] = rings;
  return !first || rings.length === 1 ? (first ?? []) : walk(rings, hang(rings));
}

/** Hangs each ring, by its first vertex, on the nearest vertex of the rings before it. */
function hang(rings: readonly Ring[]): Hanging {
  const hanging = rings.map(() => new Map<number, number[]>());
  let patience = PATIENCE;
  for (let ring = 1; ring < rings.length; ring++) {
    const [x, y] = [rings[ring]?.[0] ?? 0, rings[ring]?.[1] ?? 0];
    let best = { on: ring - 1, vertex: 0, distance: Infinity };
    for (let on = 0; on < ring && patience > 0; on++) {
      const near = nearest(rings[on] ?? [], x, y);
      patience -= (rings[on]?.length ?? 0) / 2;
      if (near.distance < best.distance) best = { on, ...near };
    }
    const there = hanging[best.on];
    there?.set(best.vertex, [...(there.get(best.vertex) ?? []), ring]);
  }
  return hanging;
}

/** By the square of the distance, which is cheaper. */
function nearest(ring: Ring, x: number, y: number): { vertex: number; distance: number } {
  let [vertex, distance] = [0, Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const [dx, dy] = [(ring[i] ?? 0) - x, (ring[i + 1] ?? 0) - y];
    const far = dx * dx + dy * dy;
    if (far < distance) [vertex, distance] = [i / 2, far];
  }
  return { vertex, distance };
}

/** A ring that is being followed. */
interface Walk {
  readonly ring: number;
  /** The vertex to come. */
  next: number;
  /** Rings that begin at the vertex just passed. */
  waiting: number[];
}

/** Follows the first ring and, wherever another branches off it, that one first, and so on down. */
function walk(rings: readonly Ring[], hanging: Hanging): number[] {
  const line: number[] = [];
  const pass = (ring: number, vertex: number) => {
    line.push(rings[ring]?.[2 * vertex] ?? 0, rings[ring]?.[2 * vertex + 1] ?? 0);
  };
  const path: Walk[] = [{ ring: 0, next: 0, waiting: [] }];
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const detour = at.waiting.pop();
    if (detour !== undefined) path.push({ ring: detour, next: 0, waiting: [] });
    else if (at.next < (rings[at.ring]?.length ?? 0) / 2) {
      pass(at.ring, at.next);
      at.waiting = [...(hanging[at.ring]?.get(at.next) ?? [])];
      at.next++;
    } else {
      path.pop();
      const before = path.at(-1);
      if (before) {
        pass(at.ring, 0);
        pass(before.ring, before.next - 1);
      }
    }
  }
  return line;
}
