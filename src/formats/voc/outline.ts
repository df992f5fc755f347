import type { XmlElement } from '@rgrove/parse-xml';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Ring } from '../../mask/polygons.ts';
import { maskFromPolygons } from '../shapes/polygon-masks.ts';
import { turnRing } from '../shapes/rings.ts';
import { childOf, childrenOf, childText, numberFrom } from '../text/xml-reader.ts';

/** What tools keep of an object beside or instead of its box; null: nothing. */
export function outlineMask(object: XmlElement, size: Size): Mask | null {
  const rings = childrenOf(object, 'polygon')
    .map(polygonRing)
    .filter((ring) => ring.length > 0);
  if (rings.length > 0) return maskFromPolygons(rings, size);
  const turned = childOf(object, 'robndbox');
  return turned && maskFromPolygons([turnedBox(turned)], size);
}

/** Roboflow numbers its corners, x1 y1 x2 y2; LabelMe's web tool has a "pt" for each. */
function polygonRing(polygon: XmlElement): number[] {
  const points = childrenOf(polygon, 'pt');
  if (points.length > 0) {
    return points.flatMap((point) => [coordinate(point, 'x'), coordinate(point, 'y')]);
  }
  const ring: number[] = [];
  for (let i = 1; childOf(polygon, `x${i}`); i++) {
    ring.push(coordinate(polygon, `x${i}`), coordinate(polygon, `y${i}`));
  }
  return ring;
}

/** A box turned about its centre, in radians, as roLabelImg writes it. */
function turnedBox(box: XmlElement): Ring {
  const [x, y] = [coordinate(box, 'cx'), coordinate(box, 'cy')];
  const [w, h] = [coordinate(box, 'w') / 2, coordinate(box, 'h') / 2];
  const ring = [x - w, y - h, x + w, y - h, x + w, y + h, x - w, y + h];
  return turnRing(ring, { x, y }, (coordinate(box, 'angle') * 180) / Math.PI);
}

function coordinate(element: XmlElement, name: string): number {
  return numberFrom(childText(element, name), `${element.name}.${name}`);
}
