import type { ImageBox, Size } from '../../geometry/spaces.ts';
import { maskFromRings } from '../../mask/fill.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Ring } from '../../mask/polygons.ts';
import { FormatError, orProblem } from '../problems.ts';
import { LIMITS } from '../reading/limits.ts';

/**
 * The pixels in any of the rings, each filled on its own, as most formats mean several polygons of
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

/**
 * As `maskFromPolygons`, without the rings that enclose nothing, as many tools leave some behind.
 * One that is broken is told to `onBroken` where others are left. Null: there is no ring at all.
 */
export function maskFromLooseRings(
  rings: readonly Ring[],
  size: Size,
  onBroken: () => void,
): Mask | null {
  const enclosing = rings.filter((ring) => ring.length >= 6);
  if (enclosing.length === 0) return null;
  const sound = enclosing.filter(isSound);
  if (sound.length > 0 && sound.length < enclosing.length) onBroken();
  return maskFromPolygons(sound.length > 0 ? sound : enclosing, size);
}

function isSound(ring: Ring): boolean {
  if (ring.length % 2 === 1) return false;
  for (let i = 0; i < ring.length; i++) if (!Number.isFinite(ring[i] ?? Number.NaN)) return false;
  return true;
}

/** One polygon whose further rings are holes. */
export function maskFromHoledPolygon(rings: readonly Ring[], size: Size): Mask {
  const values = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (values > 2 * LIMITS.polygonPoints) throw new FormatError({ kind: 'too-complicated' });
  if ((rings[0]?.length ?? 0) < 6) throw new FormatError({ kind: 'bad-polygon' });
  const enclosing = rings.filter((ring) => ring.length >= 6);
  return orProblem({ kind: 'bad-polygon' }, () => maskFromRings(enclosing, size, 'even-odd'));
}

/** Edges in photo pixels. */
export function maskFromBox({ x0, y0, x1, y1 }: ImageBox, size: Size): Mask {
  return maskFromPolygons([[x0, y0, x1, y0, x1, y1, x0, y1]], size);
}
