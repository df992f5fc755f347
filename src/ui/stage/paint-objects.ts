import { colorOf } from '../../app/object-colors.ts';
import type { ViewState } from '../../app/view.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { withEdits } from './edited-objects.ts';
import { paintMask } from './paint-mask.ts';
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
 * The selected ones wear a white line and come last, so that it shows; the one that is being
 * refined is but a dashed outline beneath the mask in hand.
 */
export function paintObjects(surface: Surface, document: DocumentState, view: ViewState): void {
  const { viewport, photo, selectedObjectIds } = view;
  const refinedId = document.refined[photo?.id ?? ''] ?? null;
  const objects = withEdits(visibleObjects(document, view), view);
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

function opacityOf({ id }: MaskObject, refinedId: string | null, isSelected: boolean): number {
  if (id === refinedId) return 0;
  return isSelected ? 0.5 : 0.35;
}
