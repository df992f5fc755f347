import type { ViewState } from '../../app/state/view.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { paintArea } from './paint-area.ts';
import { paintBox, paintCursor, paintPrompt } from './paint-prompt.ts';
import type { Surface } from './surface.ts';

export interface Marks {
  readonly view: Pick<ViewState, 'viewport' | 'draftBox' | 'draft'>;
  readonly prompt: Prompt;
  readonly cursor: ImagePoint | null;
  /** Phase of the waiting ring; null when nothing waits. */
  readonly pulse: number | null;
}

export function hasMarks({ view: { draftBox, draft }, prompt, cursor }: Marks): boolean {
  return prompt.length > 0 || draftBox !== null || draft?.kind === 'area' || cursor !== null;
}

/** What the person puts on the photo: prompt, the box or area being drawn, the keyboard's crosshair. */
export function paintMarks(surface: Surface, { view, prompt, cursor, pulse }: Marks): void {
  const { viewport, draftBox, draft } = view;
  paintPrompt(surface, viewport, prompt, pulse);
  if (draftBox) paintBox(surface, viewport, draftBox, true);
  if (draft?.kind === 'area') paintArea(surface, viewport, draft);
  if (cursor) paintCursor(surface, viewport, cursor);
}
