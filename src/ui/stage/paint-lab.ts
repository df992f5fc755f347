import type { ShownLab } from '../../app/state/view.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import { OTHER_SET, RIGHT, TRUTH } from './colors.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import type { Surface } from './surface.ts';

function styleOf(color: string, isDashed: boolean): MaskStyle {
  return { fill: color, fillOpacity: 0.55, line: color, lineWidth: 1.5, isDashed };
}

/** Dashed too: colour alone tells nobody with poor colour sight. */
const MISSED = styleOf(TRUTH, true);
const SURPLUS = styleOf(OTHER_SET, false);
const COMMON: MaskStyle = { ...styleOf(RIGHT, false), fillOpacity: 0.2, lineWidth: 1 };

export function paintLabDifference(
  surface: Surface,
  viewport: Viewport,
  { missed, surplus, common }: NonNullable<ShownLab['difference']>,
): void {
  const paint = (mask: Mask, style: MaskStyle) => paintMask(surface, viewport, mask, style);
  paint(common, COMMON);
  paint(surplus, SURPLUS);
  paint(missed, MISSED);
}
