import type { ImageBox, ImagePoint } from '../../geometry/spaces.ts';
import { toScreen, type Viewport } from '../../geometry/viewport.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { ACCENT, ACCENT_VEIL, EXCLUDE, HIGHLIGHT } from './colors.ts';
import { inScreenSpace, type Surface } from './surface.ts';

const RADIUS = 6;
const PULSE_MILLISECONDS = 1100;

/** `pulse` is the phase (0 to 1) of the ring round the last step while it waits; null when none does. */
export function paintPrompt(
  surface: Surface,
  viewport: Viewport,
  prompt: Prompt,
  pulse: number | null,
): void {
  inScreenSpace(surface);
  const lastBox = prompt.findLast((step) => step.kind === 'box');
  if (lastBox?.kind === 'box') paintBox(surface, viewport, lastBox.box, false);
  const last = prompt.at(-1);
  if (pulse !== null && last) paintPulse(surface, viewport, anchorOf(last), pulse);
  for (const step of prompt)
    if (step.kind === 'point') paintPoint(surface, viewport, step.at, step.label === 'exclude');
}

/** Phase of the waiting ring; still for those who asked for less motion. */
export function pulseAt(milliseconds: number, isStill: boolean): number {
  return isStill ? 0.5 : (milliseconds % PULSE_MILLISECONDS) / PULSE_MILLISECONDS;
}

function anchorOf(step: Prompt[number]): ImagePoint {
  if (step.kind === 'point') return step.at;
  const { x0, y0, x1, y1 } = step.box;
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

/** A dot with + or -: shape, not colour alone, says what it does. */
function paintPoint(
  { context }: Surface,
  viewport: Viewport,
  at: ImagePoint,
  isExclude: boolean,
): void {
  const { x, y } = toScreen(viewport, at);
  context.beginPath();
  context.arc(x, y, RADIUS + 1.5, 0, 2 * Math.PI);
  context.fillStyle = 'rgb(0 0 0 / 0.35)';
  context.fill();
  context.beginPath();
  context.arc(x, y, RADIUS, 0, 2 * Math.PI);
  context.fillStyle = isExclude ? EXCLUDE : ACCENT;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = '#fff';
  context.stroke();
  context.beginPath();
  context.moveTo(x - 2.75, y);
  context.lineTo(x + 2.75, y);
  if (!isExclude) {
    context.moveTo(x, y - 2.75);
    context.lineTo(x, y + 2.75);
  }
  context.stroke();
}

function paintPulse({ context }: Surface, viewport: Viewport, at: ImagePoint, phase: number): void {
  const { x, y } = toScreen(viewport, at);
  context.save();
  context.globalAlpha = 1 - phase;
  context.beginPath();
  context.arc(x, y, RADIUS + 3 + phase * 14, 0, 2 * Math.PI);
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(0 0 0 / 0.5)';
  context.stroke();
  context.lineWidth = 2;
  context.strokeStyle = '#fff';
  context.stroke();
  context.restore();
}

/** White on dark; dashed while it is being dragged. */
export function paintBox(
  surface: Surface,
  viewport: Viewport,
  box: ImageBox,
  isDraft: boolean,
): void {
  inScreenSpace(surface);
  const { context } = surface;
  const from = toScreen(viewport, { x: box.x0, y: box.y0 });
  const to = toScreen(viewport, { x: box.x1, y: box.y1 });
  const rectangle = [from.x, from.y, to.x - from.x, to.y - from.y] as const;
  context.save();
  if (isDraft) {
    context.fillStyle = ACCENT_VEIL;
    context.fillRect(...rectangle);
  }
  context.lineWidth = 3;
  context.strokeStyle = 'rgb(0 0 0 / 0.5)';
  context.strokeRect(...rectangle);
  context.lineWidth = 1.5;
  context.strokeStyle = isDraft ? HIGHLIGHT : ACCENT;
  if (isDraft) context.setLineDash([6, 4]);
  context.strokeRect(...rectangle);
  context.restore();
}

/** The keyboard's crosshair. */
export function paintCursor(surface: Surface, viewport: Viewport, cursor: ImagePoint): void {
  inScreenSpace(surface);
  const { context } = surface;
  const { x, y } = toScreen(viewport, cursor);
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + dx * 4, y + dy * 4);
    context.lineTo(x + dx * 14, y + dy * 14);
  }
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(0 0 0 / 0.6)';
  context.stroke();
  context.lineWidth = 2;
  context.strokeStyle = '#fff';
  context.stroke();
}
