import type { Annotator } from '../app/annotator.ts';
import type { ImageBox, ImagePoint, Size } from '../geometry/spaces.ts';
import type { Command } from './gesture.ts';

/** Turns a gesture's command into a verb. Points off the photo add nothing; boxes are cut to it. */
export function carryOut(annotator: Annotator, command: Command): void {
  switch (command.do) {
    case 'point':
      return addPoint(annotator, command.at, command.label === 'exclude');
    case 'draft':
      return annotator.setDraftBox(boxOnPhoto(annotator, command.from, command.to));
    case 'drop-draft':
      return annotator.setDraftBox(null);
    case 'box': {
      const box = boxOnPhoto(annotator, command.from, command.to);
      if (box.x1 > box.x0 && box.y1 > box.y0) void annotator.addBox(box);
      return;
    }
    case 'hover':
      return annotator.hover(command.at);
    case 'pan':
      return annotator.panBy(command.dx, command.dy);
    case 'zoom':
      return annotator.zoomBy(command.factor, command.about);
    case 'keep':
      return void annotator.keep();
    case 'undo':
      return void annotator.undo();
    case 'redo':
      return void annotator.redo();
    case 'buzz':
      navigator.vibrate?.(15);
  }
}

export function addPoint(annotator: Annotator, at: ImagePoint, exclude: boolean): void {
  const { photo, polarity, viewport } = annotator.view.getState();
  if (!photo || !isOnPhoto(at, viewport.image)) return;
  void annotator.addPoint(at, exclude ? 'exclude' : polarity);
}

function isOnPhoto({ x, y }: ImagePoint, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x < width && y < height;
}

function boxOnPhoto(annotator: Annotator, a: ImagePoint, b: ImagePoint): ImageBox {
  const { width, height } = annotator.view.getState().viewport.image;
  return {
    x0: clamp(Math.min(a.x, b.x), width),
    y0: clamp(Math.min(a.y, b.y), height),
    x1: clamp(Math.max(a.x, b.x), width),
    y1: clamp(Math.max(a.y, b.y), height),
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
