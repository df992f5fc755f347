/** Where objects go in the drawing order; the last one lies on top. */
export type Place = 'front' | 'forward' | 'backward' | 'back';

/** `moving` pulled out, in their order, and put before what is then the `index`th of the rest. Pure. */
export function placedAt(
  ids: readonly string[],
  moving: readonly string[],
  index: number,
): readonly string[] {
  const moved = ids.filter((id) => moving.includes(id));
  const rest = ids.filter((id) => !moving.includes(id));
  const at = Math.min(Math.max(index, 0), rest.length);
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

/** The same, one step past the next of the rest or all the way. */
export function shifted(
  ids: readonly string[],
  moving: readonly string[],
  to: Place,
): readonly string[] {
  const isMoving = (id: string) => moving.includes(id);
  const restBelow = (at: number) => ids.slice(0, at).filter((id) => !isMoving(id)).length;
  switch (to) {
    case 'front':
      return placedAt(ids, moving, ids.length);
    case 'back':
      return placedAt(ids, moving, 0);
    case 'forward':
      return placedAt(ids, moving, restBelow(ids.findLastIndex(isMoving)) + 1);
    case 'backward':
      return placedAt(ids, moving, restBelow(ids.findIndex(isMoving)) - 1);
  }
}
