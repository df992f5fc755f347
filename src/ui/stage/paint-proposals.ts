import { paletteColor } from '../../app/objects/palette.ts';
import type { Proposal } from '../../document/types.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import { ACCENT } from './colors.ts';
import { maskPath } from './mask-path.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import { inImageSpace, type Surface } from './surface.ts';

const POINTED: MaskStyle = {
  fill: ACCENT,
  fillOpacity: 0.4,
  line: '#fff',
  lineWidth: 2,
  isDashed: false,
};
const FILL_OPACITY = 0.16;
const LINE_OPACITY = 0.9;

/** Quieter than objects: a faint fill and a thin dotted line, each in a colour of its own. */
export function* paintProposals(
  surface: Surface,
  viewport: Viewport,
  proposals: readonly Proposal[],
  isOnStage: (proposal: Proposal) => boolean,
): Generator<void> {
  const { context, ratio } = surface;
  const pixel = 1 / viewport.scale;
  inImageSpace(surface, viewport);
  context.save();
  context.lineWidth = 1.25 * pixel;
  context.setLineDash([2 * pixel, 2 * pixel]);
  // Each keeps its colour, whichever are on the stage.
  for (const [i, proposal] of proposals.entries()) {
    if (!isOnStage(proposal)) continue;
    const path = maskPath(proposal.mask, viewport.scale * ratio);
    context.fillStyle = paletteColor(i);
    context.strokeStyle = paletteColor(i);
    context.globalAlpha = FILL_OPACITY;
    context.fill(path, 'evenodd');
    context.globalAlpha = LINE_OPACITY;
    context.stroke(path);
    yield;
  }
  context.restore();
}

export function paintPointed(surface: Surface, viewport: Viewport, { mask }: Proposal): void {
  paintMask(surface, viewport, mask, POINTED);
}
