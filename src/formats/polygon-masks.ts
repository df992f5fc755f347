import type { ImageBox, Size } from '../geometry/spaces.ts';
import { maskFromRings } from '../mask/fill.ts';
import type { Mask } from '../mask/mask.ts';
import type { Ring } from '../mask/polygons.ts';
import { LIMITS } from './limits.ts';
import { FormatError, orProblem } from './problems.ts';

/**
 * The pixels in any of the rings, each filled by itself, as most formats mean several polygons of
 * one object. Throws a FormatError for rings that are none and for more than a machine should bear.
 */
export function maskFromPolygons(rings: readonly Ring[], size: Size): Mask {
  const values = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (values > 2 * LIMITS.polygonPoints) throw new FormatError({ kind: 'too-complicated' });
  if (rings.length === 0 || rings.some((ring) => ring.length < 6)) {
    throw new FormatError({ kind: 'bad-polygon' });
  }
  return orProblem({ kind: 'bad-polygon' }, () => maskFromRings(rings, size, 'union'));
}

/** Edges in photo pixels. */
export function maskFromBox({ x0, y0, x1, y1 }: ImageBox, size: Size): Mask {
  return maskFromPolygons([[x0, y0, x1, y0, x1, y1, x0, y1]], size);
}
