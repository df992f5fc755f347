import type { Annotator } from '../app/annotator.ts';
import type { Tool } from '../app/editing-verbs.ts';

const BRUSH_STEP = 1.15;

/** Keys of the tools; the rail in ui/shell shows them too. */
export const TOOL_KEYS = {
  v: 'prompt',
  b: 'brush',
  x: 'eraser',
  p: 'polygon',
  l: 'lasso',
  r: 'rectangle',
} as const satisfies Readonly<Record<string, Tool>>;

export function isBrush(tool: Tool): boolean {
  return tool === 'brush' || tool === 'eraser';
}

/** By so many steps, larger or smaller, and by a CSS pixel at least. */
export function stepBrush(annotator: Annotator, steps: number): void {
  const { brushSize } = annotator.view.getState();
  const next = Math.round(brushSize * BRUSH_STEP ** steps);
  annotator.setBrushSize(next === brushSize ? brushSize + Math.sign(steps) : next);
}

/** Backspace: the polygon's last corner, else the selected objects. */
export function takeBack(annotator: Annotator): void {
  if (annotator.takeBackCorner()) return;
  annotator.deleteObjects(annotator.view.getState().selectedObjectIds);
}

/** Enter closes the polygon, else accepts the proposal at the pointer, else keeps the mask in hand, else lets go of the object: the next stroke makes a new one. */
export function finish(annotator: Annotator): void {
  const { tool, draft, photo, pointedProposalId } = annotator.view.getState();
  if (draft?.kind === 'area' && draft.open) {
    if (draft.points.length >= 3) annotator.applyDraft();
    return;
  }
  const hasPrompt = (annotator.document.getState().prompts[photo?.id ?? ''] ?? []).length > 0;
  if (pointedProposalId && !hasPrompt) annotator.acceptProposals([pointedProposalId]);
  else if (tool === 'prompt' || hasPrompt) void annotator.keep();
  else annotator.selectObject(null);
}
