import type { OutlineEdit } from '../../app/state/editing.ts';
import type { ScreenPoint } from '../../geometry/spaces.ts';
import { toScreen, type Viewport } from '../../geometry/viewport.ts';
import { flatRing, type HandleRing } from '../../mask/handles.ts';
import { ACCENT, CASING, HIGHLIGHT } from './colors.ts';
import { inImageSpace, inScreenSpace, type Surface } from './surface.ts';

/** CSS pixels. */
const SIDE = 7;
const FOCUSED_SIDE = 11;
/** Points nearer to the last one that is painted are left out, so a line stays a line. */
const APART = 9;
const FILL_OPACITY = 0.3;

const paths = new WeakMap<HandleRing, Path2D>();

/** An outline by its points, filled once any was moved: the object itself isn't painted then. */
export function paintHandles(surface: Surface, viewport: Viewport, outline: OutlineEdit): void {
  const { rings, opened, focused } = outline;
  const { context } = surface;
  const path = new Path2D();
  for (const ring of rings) path.addPath(pathOf(ring));
  context.save();
  inImageSpace(surface, viewport);
  if (rings !== opened) {
    context.globalAlpha = FILL_OPACITY;
    context.fillStyle = ACCENT;
    context.fill(path, 'evenodd');
    context.globalAlpha = 1;
  }
  const pixel = 1 / viewport.scale;
  context.lineJoin = 'round';
  for (const [color, width] of [
    [CASING, 3.5],
    [HIGHLIGHT, 1.5],
  ] as const) {
    context.lineWidth = width * pixel;
    context.strokeStyle = color;
    context.stroke(path);
  }
  inScreenSpace(surface);
  for (const at of pointsShown(rings, viewport)) paintSquare(context, at, SIDE, HIGHLIGHT);
  const held = focused && rings[focused.ring]?.handles[focused.handle];
  if (held) paintSquare(context, toScreen(viewport, held.at), FOCUSED_SIDE, ACCENT);
  context.restore();
}

function pathOf(ring: HandleRing): Path2D {
  const known = paths.get(ring);
  if (known) return known;
  const path = new Path2D();
  const flat = flatRing(ring);
  for (let i = 0; i < flat.length; i += 2) path.lineTo(flat[i] ?? 0, flat[i + 1] ?? 0);
  path.closePath();
  paths.set(ring, path);
  return path;
}

function pointsShown(rings: readonly HandleRing[], viewport: Viewport): ScreenPoint[] {
  const shown: ScreenPoint[] = [];
  const { width, height } = viewport.stage;
  for (const { handles } of rings) {
    let last: ScreenPoint | null = null;
    for (const { at } of handles) {
      const point = toScreen(viewport, at);
      if (last && Math.hypot(point.x - last.x, point.y - last.y) < APART) continue;
      last = point;
      const isOnStage =
        point.x > -SIDE && point.y > -SIDE && point.x < width + SIDE && point.y < height + SIDE;
      if (isOnStage) shown.push(point);
    }
  }
  return shown;
}

function paintSquare(
  context: CanvasRenderingContext2D,
  { x, y }: ScreenPoint,
  side: number,
  color: string,
): void {
  const corner = [x - side / 2, y - side / 2, side, side] as const;
  context.fillStyle = color;
  context.fillRect(...corner);
  context.lineWidth = 1.5;
  context.strokeStyle = color === HIGHLIGHT ? CASING : HIGHLIGHT;
  context.strokeRect(...corner);
}
