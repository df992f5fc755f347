/**
 * Where dragged objects go in the drawing order, as `placeObjects` counts it. `ids` are all in drawing
 * order; `shown` are those in the list, the topmost first; `gap` is the one they are dropped into,
 * 0 above the first. Objects that a search hides keep their place beneath the one they follow. Pure.
 */
export function dropPlace(
  ids: readonly string[],
  shown: readonly string[],
  moving: readonly string[],
  gap: number,
): number {
  const rest = ids.filter((id) => !moving.includes(id));
  const stays = (id: string) => !moving.includes(id);
  const beneath = shown.slice(gap).find(stays);
  if (beneath !== undefined) return rest.indexOf(beneath) + 1;
  const above = shown.slice(0, gap).findLast(stays);
  return above === undefined ? rest.length : rest.indexOf(above);
}
