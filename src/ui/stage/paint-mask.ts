import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import { CASING, STRONG_CASING } from './colors.ts';
import { maskPath } from './mask-path.ts';
import { inImageSpace, type Surface } from './surface.ts';

export interface MaskStyle {
  readonly fill: string;
  /** 0 to 1. */
  readonly fillOpacity: number;
  readonly line: string;
  /** CSS pixels, whatever the zoom. */
  readonly lineWidth: number;
  readonly isDashed: boolean;
}

/** Dark on both sides of the line, so it shows on any photo. */
const THIN = { color: CASING, width: 1, lineScale: 1 };
const STRONG = { color: STRONG_CASING, width: 2, lineScale: 1.5 };

export function paintMask(
  surface: Surface,
  viewport: Viewport,
  mask: Mask,
  style: MaskStyle,
): void {
  const { context, ratio, hasContrast } = surface;
  const casing = hasContrast ? STRONG : THIN;
  const lineWidth = style.lineWidth * casing.lineScale;
  const path = maskPath(mask, viewport.scale * ratio);
  inImageSpace(surface, viewport);
  context.save();
  context.globalAlpha = style.fillOpacity;
  context.fillStyle = style.fill;
  context.fill(path, 'evenodd');
  context.globalAlpha = 1;
  // Outlines turn at right angles, where these joins cost less than round ones.
  context.lineJoin = 'miter';
  const pixel = 1 / viewport.scale;
  context.lineWidth = (lineWidth + 2 * casing.width) * pixel;
  context.strokeStyle = casing.color;
  context.stroke(path);
  context.lineWidth = lineWidth * pixel;
  context.strokeStyle = style.line;
  if (style.isDashed) context.setLineDash([6 * pixel, 4 * pixel]);
  context.stroke(path);
  context.restore();
}
