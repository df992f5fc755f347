import type { Annotator } from '../app/annotator.ts';
import type { Tool } from '../app/state/editing.ts';

const BRUSH_STEP = 1.15;

export function isBrush(tool: Tool): boolean {
  return tool === 'brush' || tool === 'eraser';
}

/** By so many steps, larger or smaller, and by a CSS pixel at least. */
export function stepBrush(annotator: Annotator, steps: number): void {
  const { brushSize } = annotator.view.getState();
  const next = Math.round(brushSize * BRUSH_STEP ** steps);
  annotator.setBrushSize(next === brushSize ? brushSize + Math.sign(steps) : next);
}
