import { proposalsShown } from '../../app/everything/proposals.ts';
import { colorOf } from '../../app/objects/object-colors.ts';
import { paletteColor } from '../../app/objects/palette.ts';
import {
  proposalsOn,
  refinedId,
  selectedObjects,
  shownObjects,
} from '../../app/state/questions.ts';
import type { ViewState } from '../../app/state/view.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import { photoOnStage, type Viewport } from '../../geometry/viewport.ts';
import { HIGHLIGHT } from './colors.ts';
import { reoutlinedId, withEdits } from './edited-objects.ts';
import { cachedMaskBox } from './mask-path.ts';
import { paintMask } from './paint-mask.ts';
import { paintProposals } from './paint-proposals.ts';
import type { Surface } from './surface.ts';

/** Kept objects that are to be seen, in drawing order. */
export function visibleObjects(
  document: DocumentState,
  view: Pick<ViewState, 'photo'>,
): readonly MaskObject[] {
  return shownObjects(document, view).filter(({ isHidden }) => !isHidden);
}

/** Over the other one, so a selected object has more of its colour. */
const SELECTED_FILL = 0.23;

/**
 * Proposals lie beneath all objects. The object that is being refined is but a dashed outline beneath
 * the mask in hand.
 */
export function* paintObjects(
  surface: Surface,
  viewport: Viewport,
  document: DocumentState,
  view: ViewState,
): Generator<void> {
  const isOnStage = onStageOf(viewport);
  const refined = refinedId(document, view);
  yield* paintProposals(surface, viewport, proposalsShown(document, view), isOnStage);
  for (const object of withEdits(visibleObjects(document, view), view).filter(isOnStage)) {
    const color = colorOn(object, document, view);
    const isDashed = object.id === refined;
    const fillOpacity = isDashed ? 0 : view.maskLook.opacity;
    const style = { fill: color, fillOpacity, line: color, lineWidth: 2, isDashed };
    paintMask(surface, viewport, object.mask, style);
    yield;
  }
}

/** Those that are selected, over all the others: a white line, and more of their colour. */
export function* paintSelected(
  surface: Surface,
  viewport: Viewport,
  document: DocumentState,
  view: ViewState,
): Generator<void> {
  const refined = refinedId(document, view);
  const objects = withEdits(selectedOf(document, view), view).filter(onStageOf(viewport));
  for (const object of objects) {
    const isDashed = object.id === refined;
    paintMask(surface, viewport, object.mask, {
      fill: colorOn(object, document, view),
      fillOpacity: isDashed || view.maskLook.opacity === 0 ? 0 : SELECTED_FILL,
      line: HIGHLIGHT,
      lineWidth: 2,
      isDashed,
    });
    yield;
  }
}

/** The colour of its class, or its own where that is asked for. */
function colorOn(
  object: MaskObject,
  { classes }: Pick<DocumentState, 'classes'>,
  { maskLook }: Pick<ViewState, 'maskLook'>,
): string {
  return maskLook.colorBy === 'class' ? colorOf(object, classes) : paletteColor(object.color);
}

/** Those that are selected and are to be seen. */
export function selectedOf(document: DocumentState, view: ViewState): readonly MaskObject[] {
  return selectedObjects(document, view).filter(({ isHidden }) => !isHidden);
}

/** Says of a mask whether any of it may be on the stage. */
function onStageOf(viewport: Viewport): (masked: Pick<MaskObject, 'mask'>) => boolean {
  const onStage = photoOnStage(viewport);
  return ({ mask }) => {
    const box = cachedMaskBox(mask);
    return box !== null && meets(box, onStage);
  };
}

/** What `paintObjects` shows depends on these, beside the viewport. */
export function subjectOf(document: DocumentState, view: ViewState): readonly unknown[] {
  const { reshaping, draft, proposalFilter } = view;
  const isStroke = draft?.kind === 'stroke';
  const objects = shownObjects(document, view);
  const proposals = proposalsOn(document, view);
  const made = [objects, refinedId(document, view), document.classes, proposals];
  return [...made, proposalFilter, reshaping?.mask, isStroke, reoutlinedId(view), view.maskLook];
}

function meets(a: ImageBox, b: ImageBox): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
