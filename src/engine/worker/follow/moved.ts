import { contract } from '../../../contract/contract.ts';
import type { ImageBox, ImagePoint, Size } from '../../../geometry/spaces.ts';
import { type Grid, massOf } from './coverage-grid.ts';
import type { Move } from './moves.ts';

/** The object's coverage where a move takes it. `cells`: the side of the grid that the move is told in. */
export function movedGrid({ side, values }: Grid, move: Move, cells: number): Grid {
  const unit = side / cells;
  const [cx, cy] = [move.from.x * unit, move.from.y * unit];
  const [tx, ty] = [cx + move.dx * unit, cy + move.dy * unit];
  const moved = new Float32Array(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const u = (x + 0.5 - tx) / move.scale + cx - 0.5;
      const v = (y + 0.5 - ty) / move.scale + cy - 0.5;
      moved[y * side + x] = sampled({ side, values }, u, v);
    }
  return { side, values: moved };
}

function sampled({ side, values }: Grid, u: number, v: number): number {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const at = (i: number, j: number) =>
    i < 0 || j < 0 || i >= side || j >= side ? 0 : (values[j * side + i] ?? 0);
  const [wx, wy] = [u - x, v - y];
  const upper = at(x, y) * (1 - wx) + at(x + 1, y) * wx;
  const lower = at(x, y + 1) * (1 - wx) + at(x + 1, y + 1) * wx;
  return upper * (1 - wy) + lower * wy;
}

/** IoU of two coverages of one grid, the second laid with its centre on the first's; 0 where one is empty. */
export function shapeIou(a: Grid, b: Grid): number {
  const [from, to] = [massOf(b), massOf(a)];
  if (!from || !to) return 0;
  const laid = movedGrid(
    b,
    { from, dx: to.x - from.x, dy: to.y - from.y, scale: 1, score: 0 },
    b.side,
  );
  let [common, union] = [0, 0];
  for (let i = 0; i < a.values.length; i++) {
    const [p, q] = [a.values[i] ?? 0, laid.values[i] ?? 0];
    common += Math.min(p, q);
    union += Math.max(p, q);
  }
  return union > 0 ? common / union : 0;
}

/** Where a photo lies on the model's input. */
export interface Placing {
  readonly photo: Size;
  readonly input: Size;
}

/** The tightest box around the cells of which half is covered, in photo pixels; null where none is. */
export function gridBox({ side, values }: Grid, placing: Placing): ImageBox | null {
  let [x0, y0, x1, y1] = [side, side, -1, -1];
  for (let i = 0; i < values.length; i++) {
    if ((values[i] ?? 0) < 0.5) continue;
    const [x, y] = [i % side, Math.floor(i / side)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
  if (x1 < 0) return null;
  const from = onPhoto({ x: x0, y: y0 }, side, placing);
  const to = onPhoto({ x: x1 + 1, y: y1 + 1 }, side, placing);
  return to.x > from.x && to.y > from.y ? { x0: from.x, y0: from.y, x1: to.x, y1: to.y } : null;
}

/** The covered cell that is farthest from the edge, steps along rows and columns; null where none is covered by half. */
export function innermost({ side, values }: Grid, placing: Placing): ImagePoint | null {
  const depth = new Float32Array(side * side);
  const at = (i: number) => depth[i] ?? 0;
  for (let i = 0; i < depth.length; i++) {
    if ((values[i] ?? 0) < 0.5) continue;
    depth[i] = 1 + Math.min(i % side === 0 ? 0 : at(i - 1), i < side ? 0 : at(i - side));
  }
  let best = -1;
  for (let i = depth.length - 1; i >= 0; i--) {
    const right = i % side === side - 1 ? 0 : at(i + 1);
    const below = i + side >= depth.length ? 0 : at(i + side);
    depth[i] = Math.min(at(i), 1 + Math.min(right, below));
    if (at(i) > 0 && (best < 0 || at(i) > at(best))) best = i;
  }
  if (best < 0) return null;
  return onPhoto({ x: (best % side) + 0.5, y: Math.floor(best / side) + 0.5 }, side, placing);
}

function onPhoto(
  { x, y }: { readonly x: number; readonly y: number },
  side: number,
  { photo, input }: Placing,
): ImagePoint {
  const pixels = contract.image.size / side;
  return {
    x: Math.min(photo.width, (x * pixels * photo.width) / input.width),
    y: Math.min(photo.height, (y * pixels * photo.height) / input.height),
  };
}
