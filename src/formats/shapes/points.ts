/**
 * Flat x, y pairs from whatever tools write for one ring: flat already, a list of points, numbers in
 * quotes. What is no number becomes NaN, for whoever fills the ring to refuse.
 */
export function ringFrom(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return [];
  if (isNumbers(value)) return value;
  return isFlat(value) ? value.map(numberOf) : value.flatMap(pointFrom);
}

/** As nearly all are, which are taken as they stand. */
function isNumbers(values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== 'number') return false;
  return true;
}

/** Whether these are bare coordinates, not points or rings. */
export function isFlat(values: readonly unknown[]): boolean {
  for (let i = 0; i < values.length; i++) if (typeof values[i] === 'object') return false;
  return values.length > 0;
}

/** x and y; a third value is not of the plane. */
function pointFrom(value: unknown): number[] {
  if (Array.isArray(value)) return [numberOf(value[0]), numberOf(value[1])];
  if (typeof value !== 'object' || value === null) return [Number.NaN, Number.NaN];
  return [numberOf(Reflect.get(value, 'x')), numberOf(Reflect.get(value, 'y'))];
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
