import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import { ACCENT } from './colors.ts';
import { paintDisagreement } from './paint-disagreement.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import { inScreenSpace, type Surface } from './surface.ts';

const LIVE: MaskStyle = {
  fill: ACCENT,
  fillOpacity: 0.35,
  line: '#fff',
  lineWidth: 2,
  isDashed: false,
};
const HOVER: MaskStyle = { ...LIVE, fillOpacity: 0.15, lineWidth: 1.5, isDashed: true };
/** Where something was, and is no more. */
const DROPPED: MaskStyle = { ...LIVE, fillOpacity: 0, lineWidth: 1, isDashed: true };

/** A part of the stage, in CSS pixels from its left edge, and the masks on it. */
export interface LivePart {
  readonly mask: Mask | null;
  /** Specks that went from it and holes that were filled. */
  readonly dropped: Mask | null;
  readonly hoverMask: Mask | null;
  readonly from: number;
  readonly to: number;
}

/** The masks in hand: hover preview and live mask, and where two models' masks differ. */
export function paintLive(
  surface: Surface,
  viewport: Viewport,
  parts: readonly LivePart[],
  disagreement: Mask | null,
): void {
  for (const part of parts) paintPart(surface, viewport, part);
  if (disagreement) paintDisagreement(surface, viewport, disagreement);
}

function paintPart(surface: Surface, viewport: Viewport, part: LivePart): void {
  const { context } = surface;
  const { width, height } = viewport.stage;
  const [from, to] = [Math.max(part.from, 0), Math.min(part.to, width)];
  context.save();
  inScreenSpace(surface);
  context.beginPath();
  context.rect(from, 0, to - from, height);
  context.clip();
  if (part.hoverMask) paintMask(surface, viewport, part.hoverMask, HOVER);
  if (part.mask) paintMask(surface, viewport, part.mask, LIVE);
  if (part.dropped) paintMask(surface, viewport, part.dropped, DROPPED);
  context.restore();
}
