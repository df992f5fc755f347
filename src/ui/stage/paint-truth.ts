import type { HeldAgainst } from '../../app/state/view.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import { OTHER_SET, TRUTH } from './colors.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import type { Surface } from './surface.ts';

const OURS: MaskStyle = {
  fill: OTHER_SET,
  fillOpacity: 0,
  line: OTHER_SET,
  lineWidth: 2,
  isDashed: false,
};
/** Dashed too: colour alone tells nobody with poor colour sight. */
const THEIRS: MaskStyle = { ...OURS, fill: TRUTH, line: TRUTH, isDashed: true };

/** Outlines alone: what lies between them is seen. */
export function paintHeldAgainst(
  surface: Surface,
  viewport: Viewport,
  { ours, truth }: HeldAgainst,
): void {
  if (ours) paintMask(surface, viewport, ours, OURS);
  if (truth) paintMask(surface, viewport, truth, THEIRS);
}
