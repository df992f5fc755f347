import type { ViewState } from '../../app/view.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { type MaskStyle, paintMask } from './paint-mask.ts';
import { ACCENT, paintBox, paintCursor, paintPrompt } from './paint-prompt.ts';
import type { Surface } from './surface.ts';

const LIVE: MaskStyle = {
  fill: ACCENT,
  fillOpacity: 0.35,
  line: '#fff',
  lineWidth: 2,
  isDashed: false,
};
const HOVER: MaskStyle = { ...LIVE, fillOpacity: 0.15, lineWidth: 1.5, isDashed: true };

export interface LiveScene {
  readonly view: Pick<ViewState, 'viewport' | 'live' | 'hoverMask' | 'draftBox'>;
  readonly prompt: Prompt;
  readonly masksHidden: boolean;
  readonly cursor: ImagePoint | null;
  /** Phase of the waiting ring; null when nothing waits. */
  readonly pulse: number | null;
}

export function hasSomethingLive({ view, prompt, masksHidden, cursor }: LiveScene): boolean {
  const shows = view.live !== null || view.hoverMask !== null || prompt.length > 0;
  return (shows && !masksHidden) || view.draftBox !== null || cursor !== null;
}

/** What is in hand: hover preview, live mask, prompts, the box being dragged. */
export function paintLive(surface: Surface, scene: LiveScene): void {
  const { viewport, live, hoverMask, draftBox } = scene.view;
  if (!scene.masksHidden) {
    if (hoverMask) paintMask(surface, viewport, hoverMask, HOVER);
    if (live) paintMask(surface, viewport, live.mask, LIVE);
    paintPrompt(surface, viewport, scene.prompt, scene.pulse);
  }
  if (draftBox) paintBox(surface, viewport, draftBox, true);
  if (scene.cursor) paintCursor(surface, viewport, scene.cursor);
}
