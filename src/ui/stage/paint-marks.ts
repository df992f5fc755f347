import type { ViewState } from '../../app/state/view.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { paintArea } from './paint-area.ts';
import { paintHandles } from './paint-handles.ts';
import { paintBox, paintCursor, paintPrompt } from './paint-prompt.ts';
import type { Surface } from './surface.ts';

export interface Marks {
  readonly view: Pick<ViewState, 'viewport' | 'draftBox' | 'draft' | 'outline'>;
  readonly prompt: Prompt;
  readonly cursor: ImagePoint | null;
  readonly hidesMasks: boolean;
  /** Phase of the waiting ring; null when nothing waits. */
  readonly pulse: number | null;
}

export function hasMarks({ view, prompt, cursor, hidesMasks }: Marks): boolean {
  const { draftBox, draft, outline } = view;
  const isDrawing = draftBox !== null || draft?.kind === 'area' || (outline && !hidesMasks);
  return prompt.length > 0 || isDrawing || cursor !== null;
}

/** What the person puts on the photo: prompt, the box or area being drawn, the points of an outline, the keyboard's crosshair. */
export function paintMarks(surface: Surface, marks: Marks): void {
  const { view, prompt, cursor, pulse, hidesMasks } = marks;
  const { viewport, draftBox, draft, outline } = view;
  if (outline && !hidesMasks) paintHandles(surface, viewport, outline);
  paintPrompt(surface, viewport, prompt, pulse);
  if (draftBox) paintBox(surface, viewport, draftBox, true);
  if (draft?.kind === 'area') paintArea(surface, viewport, draft);
  if (cursor) paintCursor(surface, viewport, cursor);
}
