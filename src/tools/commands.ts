import type { Annotator } from '../app/annotator.ts';
import { sidesOf } from '../app/prompts/sides.ts';
import { currentPrompt } from '../app/state/questions.ts';
import type { ModelKind } from '../contract/model-kind.ts';
import type { ImageBox, ImagePoint, ScreenPoint, Size } from '../geometry/spaces.ts';
import type { Command } from './gesture.ts';
import { now } from './now.ts';
import { undo } from './undo.ts';

/**
 * Turns a gesture's command into a verb. Points off the photo add nothing; boxes are cut to it.
 * `model` is the one that the stage under the hand shows, if it shows only one of two.
 */
export function carryOut(
  annotator: Annotator,
  command: Exclude<Command, { readonly do: 'menu' }>,
  model: ModelKind | null,
): void {
  switch (command.do) {
    case 'point':
      addPoint(annotator, command.at, command.label === 'exclude');
      break;
    case 'select':
      annotator.selectAt(command.at, command.adds);
      break;
    case 'draft':
      annotator.setDraftBox(boxOnPhoto(annotator, command.from, command.to));
      break;
    case 'drop-draft':
      annotator.setDraftBox(null);
      break;
    case 'box':
      addBox(annotator, boxOnPhoto(annotator, command.from, command.to));
      break;
    case 'sketch':
      annotator.setDraft(command.draft);
      break;
    case 'apply':
      annotator.setDraft(command.draft);
      annotator.applyDraft();
      break;
    case 'grab-handle':
      annotator.grabHandle(command.place);
      break;
    case 'grab-line':
      annotator.grabLine(command.place, command.near);
      break;
    case 'drag-handle':
      annotator.dragHandle(command.to, command.reach);
      break;
    case 'remove-handle':
      annotator.removeHandle(command.place);
      break;
    case 'take-back-handle':
      annotator.takeBackHandle();
      break;
    case 'hover':
      annotator.hover(command.at);
      break;
    case 'pan':
      annotator.panBy(command.dx, command.dy);
      break;
    case 'zoom':
      annotator.zoomBy(command.factor, command.about);
      break;
    case 'keep':
      keep(annotator, command.at, model);
      break;
    case 'undo':
      undo(annotator);
      break;
    case 'redo':
      void annotator.redo();
      break;
    case 'buzz':
      navigator.vibrate?.(15);
  }
}

function keep(
  annotator: Annotator,
  at: { readonly image: ImagePoint; readonly screen: ScreenPoint },
  model: ModelKind | null,
): void {
  // Cleared since the first click: the second starts over.
  if (currentPrompt(...now(annotator)).length === 0) addPoint(annotator, at.image, false);
  else void annotator.keep(modelAt(annotator, model, at.screen));
}

export function addPoint(annotator: Annotator, at: ImagePoint, exclude: boolean): void {
  const { photo, polarity, viewport } = annotator.view.getState();
  if (!photo || !isOnPhoto(at, viewport.image)) return;
  void annotator.addPoint(at, exclude ? 'exclude' : polarity);
}

/** The model whose mask is under a point of the stage; undefined where that is the mask in hand. */
function modelAt(
  { view, engine }: Annotator,
  stageModel: ModelKind | null,
  { x }: ScreenPoint,
): ModelKind | undefined {
  const sides = sidesOf(view.getState(), engine.getState().kinds, stageModel);
  return sides.find(({ to }) => x < to)?.model ?? undefined;
}

function addBox(annotator: Annotator, box: ImageBox): void {
  if (box.x1 > box.x0 && box.y1 > box.y0) void annotator.addBox(box);
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
