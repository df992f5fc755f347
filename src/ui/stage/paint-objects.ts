import type { MaskObject } from '../../document/types.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import { objectColor } from '../palette.ts';
import { paintMask } from './paint-mask.ts';
import type { Surface } from './surface.ts';

/** Kept objects in drawing order; the selected one comes last and wears a white line. */
export function paintObjects(
  surface: Surface,
  viewport: Viewport,
  objects: readonly MaskObject[],
  selectedId: string | null,
): void {
  const isSelected = ({ id }: MaskObject) => id === selectedId;
  const ordered = [...objects.filter((o) => !isSelected(o)), ...objects.filter(isSelected)];
  for (const object of ordered) {
    const color = objectColor(object.color);
    const selected = isSelected(object);
    paintMask(surface, viewport, object.mask, {
      fill: color,
      fillOpacity: selected ? 0.5 : 0.35,
      line: selected ? '#fff' : color,
      lineWidth: 2,
      isDashed: false,
    });
  }
}
