import type { Draft } from '../../app/state/editing.ts';
import type { ScreenPoint } from '../../geometry/spaces.ts';
import { toScreen, type Viewport } from '../../geometry/viewport.ts';
import { ACCENT, EXCLUDE } from './colors.ts';
import { inScreenSpace, type Surface } from './surface.ts';

type Area = Extract<Draft, { kind: 'area' }>;

const CORNER_RADIUS = 4;
const DASHES = [6, 4];

/** Polygon, lasso or rectangle while it is drawn; a polygon shows its corners, the first one larger since it closes it. */
export function paintArea(surface: Surface, viewport: Viewport, area: Area): void {
  inScreenSpace(surface);
  const { context } = surface;
  const corners = area.points.map((point) => toScreen(viewport, point));
  const next = area.open?.next ? [toScreen(viewport, area.open.next)] : [];
  const color = area.removes ? EXCLUDE : ACCENT;
  context.save();
  context.lineJoin = 'round';
  trace(context, [...corners, ...next]);
  context.globalAlpha = 0.25;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
  if (!area.open) context.closePath();
  context.lineWidth = 3.5;
  context.strokeStyle = 'rgb(0 0 0 / 0.55)';
  context.stroke();
  context.lineWidth = 1.75;
  context.strokeStyle = '#fff';
  if (area.removes) context.setLineDash(DASHES);
  context.stroke();
  context.setLineDash([]);
  if (area.open) paintCorners(context, corners, color);
  context.restore();
}

function trace(context: CanvasRenderingContext2D, points: readonly ScreenPoint[]): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
}

function paintCorners(
  context: CanvasRenderingContext2D,
  corners: readonly ScreenPoint[],
  color: string,
): void {
  for (const [i, { x, y }] of corners.entries()) {
    context.beginPath();
    context.arc(x, y, i === 0 ? CORNER_RADIUS + 2 : CORNER_RADIUS, 0, 2 * Math.PI);
    context.fillStyle = i === 0 ? '#fff' : color;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = i === 0 ? color : '#fff';
    context.stroke();
  }
}
