import { proposalsShown } from '../../app/everything/proposals.ts';
import { colorOf } from '../../app/objects/object-colors.ts';
import type { ViewState } from '../../app/view.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import { photoOnStage } from '../../geometry/viewport.ts';
import { withEdits } from './edited-objects.ts';
import { cachedMaskBox } from './mask-path.ts';
import { paintMask } from './paint-mask.ts';
import { paintProposals } from './paint-proposals.ts';
import type { Surface } from './surface.ts';

const NO_OBJECTS: readonly MaskObject[] = [];

/** Kept objects that are to be seen, in drawing order. */
export function visibleObjects(
  { objects }: DocumentState,
  { photo }: Pick<ViewState, 'photo'>,
): readonly MaskObject[] {
  const kept = objects[photo?.id ?? ''] ?? NO_OBJECTS;
  return kept.filter(({ isHidden }) => !isHidden);
}

/**
 * Proposals lie beneath all objects. The selected ones wear a white line and come last, so that it shows; the one that is being
 * refined is but a dashed outline beneath the mask in hand.
 */
export function paintObjects(
  surface: Surface,
  document: DocumentState,
  view: ViewState,
  viewport = view.viewport,
): void {
  const { photo, selectedObjectIds } = view;
  const refinedId = document.refined[photo?.id ?? ''] ?? null;
  const onStage = photoOnStage(viewport);
  const isOnStage = ({ mask }: Pick<MaskObject, 'mask'>) => {
    const box = cachedMaskBox(mask);
    return box !== null && meets(box, onStage);
  };
  paintProposals(surface, viewport, proposalsShown(document, view), isOnStage);
  const objects = withEdits(visibleObjects(document, view), view).filter(isOnStage);
  const isSelected = ({ id }: MaskObject) => selectedObjectIds.includes(id);
  const paint = (object: MaskObject, fillOpacity: number, line: string | null) => {
    const color = colorOf(object, document.classes);
    paintMask(surface, viewport, object.mask, {
      fill: color,
      fillOpacity,
      line: line ?? color,
      lineWidth: 2,
      isDashed: object.id === refinedId,
    });
  };
  for (const object of objects)
    paint(object, opacityOf(object, refinedId, isSelected(object)), null);
  for (const object of objects) if (isSelected(object)) paint(object, 0, '#fff');
}

/** What `paintObjects` shows hangs on these, beside the viewport. */
export function subjectOf(document: DocumentState, view: ViewState): readonly unknown[] {
  const { photo, selectedObjectIds, reshaping, draft, proposalFilter } = view;
  const id = photo?.id ?? '';
  const isStroke = draft?.kind === 'stroke';
  const { objects, refined, classes, proposals } = document;
  const made = [objects[id], refined[id], classes, proposals[id]];
  return [...made, proposalFilter, selectedObjectIds, reshaping?.mask, isStroke];
}

function meets(a: ImageBox, b: ImageBox): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

function opacityOf({ id }: MaskObject, refinedId: string | null, isSelected: boolean): number {
  if (id === refinedId) return 0;
  return isSelected ? 0.5 : 0.35;
}
