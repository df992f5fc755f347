import type { ViewState } from '../../app/view.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { paintArea } from './paint-area.ts';
import { paintDisagreement } from './paint-disagreement.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import { ACCENT, paintBox, paintCursor, paintPrompt } from './paint-prompt.ts';
import { inScreenSpace, type Surface } from './surface.ts';

const LIVE: MaskStyle = {
  fill: ACCENT,
  fillOpacity: 0.35,
  line: '#fff',
  lineWidth: 2,
  isDashed: false,
};
const HOVER: MaskStyle = { ...LIVE, fillOpacity: 0.15, lineWidth: 1.5, isDashed: true };

/** A part of the stage, in CSS pixels from its left edge, and the masks on it. */
export interface LivePart {
  readonly mask: Mask | null;
  readonly hoverMask: Mask | null;
  readonly from: number;
  readonly to: number;
}

export interface LiveScene {
  readonly view: Pick<ViewState, 'viewport' | 'draftBox' | 'draft'>;
  readonly parts: readonly LivePart[];
  /** Where two models' masks differ; null when they are not compared. */
  readonly disagreement: Mask | null;
  readonly prompt: Prompt;
  readonly masksHidden: boolean;
  readonly cursor: ImagePoint | null;
  /** Phase of the waiting ring; null when nothing waits. */
  readonly pulse: number | null;
}

export function hasSomethingLive({ view, parts, prompt, masksHidden, cursor }: LiveScene): boolean {
  const hasMask = parts.some(({ mask, hoverMask }) => mask !== null || hoverMask !== null);
  const shows = hasMask || prompt.length > 0;
  return (
    (shows && !masksHidden) || view.draftBox !== null || view.draft !== null || cursor !== null
  );
}

/** What is in hand: hover preview, live mask, prompts, the box being dragged. */
export function paintLive(surface: Surface, scene: LiveScene): void {
  const { viewport, draftBox, draft } = scene.view;
  if (!scene.masksHidden) {
    for (const part of scene.parts) paintPart(surface, viewport, part);
    if (scene.disagreement) paintDisagreement(surface, viewport, scene.disagreement);
    paintPrompt(surface, viewport, scene.prompt, scene.pulse);
  }
  if (draftBox) paintBox(surface, viewport, draftBox, true);
  if (draft?.kind === 'area') paintArea(surface, viewport, draft);
  if (scene.cursor) paintCursor(surface, viewport, scene.cursor);
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
  context.restore();
}
