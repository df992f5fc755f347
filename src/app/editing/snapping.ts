import type { ImagePoint } from '../../geometry/spaces.ts';
import { nearestOnRing } from '../../mask/handles.ts';
import type { Mask } from '../../mask/mask.ts';
import { type Outline, outlineOf } from '../../mask/outline.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { shownObjects } from '../state/questions.ts';

const outlines = new WeakMap<Mask, Outline>();

/** The nearest place on the outline of another object that is seen, within reach; the point itself where there is none. */
export function snapped(
  context: Pick<Context, 'document' | 'view'>,
  ownId: string,
  at: ImagePoint,
  reach: number,
): ImagePoint {
  let [place, within] = [at, reach];
  for (const { id, isHidden, mask } of shownObjects(...now(context))) {
    if (id === ownId || isHidden) continue;
    for (const ring of cachedOutline(mask)) {
      const found = nearestOnRing(ring, at, within);
      if (found) [place, within] = [found, Math.hypot(found.x - at.x, found.y - at.y)];
    }
  }
  return place;
}

function cachedOutline(mask: Mask): Outline {
  const outline = outlines.get(mask) ?? outlineOf(mask);
  outlines.set(mask, outline);
  return outline;
}
