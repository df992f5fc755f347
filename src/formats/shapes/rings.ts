import type { ImagePoint } from '../../geometry/spaces.ts';
import type { Ring } from '../../mask/polygons.ts';

/** Enough corners that none of an ellipse's pixels depends on them, up to a photo's size. */
const ELLIPSE_CORNERS = 720;

export function ellipseRing({ x, y }: ImagePoint, radiusX: number, radiusY: number): Ring {
  return Array.from({ length: ELLIPSE_CORNERS }, (_, i) => {
    const angle = (i / ELLIPSE_CORNERS) * 2 * Math.PI;
    return [x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)];
  }).flat();
}

/** Clockwise on screen, in degrees. */
export function turnRing(ring: Ring, { x, y }: ImagePoint, degrees: number): Ring {
  if (degrees === 0) return ring;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turned: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [dx, dy] = [(ring[i] ?? 0) - x, (ring[i + 1] ?? 0) - y];
    turned.push(x + dx * cos - dy * sin, y + dx * sin + dy * cos);
  }
  return turned;
}
