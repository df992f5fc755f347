import type { ModelKind } from '../../contract/model-kind.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import { ACCENT, OTHER_SET } from './colors.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import type { Surface } from './surface.ts';

/** Dashed too: colour alone tells nobody with poor colour sight. */
const STYLES: Readonly<Record<ModelKind, MaskStyle>> = {
  robust: { fill: ACCENT, fillOpacity: 0, line: ACCENT, lineWidth: 2, isDashed: false },
  plain: { fill: OTHER_SET, fillOpacity: 0, line: OTHER_SET, lineWidth: 2, isDashed: true },
};

/** One over the other: what is beneath them is seen. */
export function paintTwoOutlines(
  surface: Surface,
  viewport: Viewport,
  masks: Readonly<Record<ModelKind, Mask>>,
): void {
  for (const model of ['robust', 'plain'] as const)
    paintMask(surface, viewport, masks[model], STYLES[model]);
}
