import type { Size } from '../../geometry/spaces.ts';

/** Distance from the page's edge, CSS pixels. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

export type Beside = 'below' | 'above' | 'right' | 'left';

/** CSS pixels that stay free around what is placed. */
const MARGIN = 8;

/**
 * Where something of this size goes beside the anchor: on the first of the sides where it fits, else on the first
 * where it only has to be moved along the anchor, which it then does not cover, else on the first of all, and always
 * within the page. Pure.
 */
export function placeBeside(
  anchor: Rect,
  size: Size,
  page: Size,
  sides: readonly [Beside, ...Beside[]],
  gap = 0,
): { readonly x: number; readonly y: number; readonly side: Beside } {
  const side =
    sides.find((one) => hasRoom(one, 'x') && hasRoom(one, 'y')) ??
    sides.find((one) => hasRoom(one, ACROSS[one])) ??
    sides[0];
  const { x, y } = spot(anchor, size, side, gap);
  return {
    x: clamp(x, page.width - size.width),
    y: clamp(y, page.height - size.height),
    side,
  };

  function hasRoom(one: Beside, axis: 'x' | 'y'): boolean {
    const from = spot(anchor, size, one, gap)[axis];
    const [length, most] = axis === 'x' ? [size.width, page.width] : [size.height, page.height];
    return from >= MARGIN && from + length <= most - MARGIN;
  }
}

/** Along which it stands off the anchor. */
const ACROSS = { below: 'y', above: 'y', left: 'x', right: 'x' } as const;

/** Beside it and at its start, as menus hang. */
function spot({ x, y, width, height }: Rect, size: Size, side: Beside, gap: number) {
  switch (side) {
    case 'below':
      return { x, y: y + height + gap };
    case 'above':
      return { x, y: y - size.height - gap };
    case 'right':
      return { x: x + width + gap, y };
    case 'left':
      return { x: x - size.width - gap, y };
  }
}

function clamp(value: number, most: number): number {
  return Math.max(Math.min(value, most - MARGIN), MARGIN);
}
