import type { CocoId, DatasetClass, DatasetPhoto } from '../dataset.ts';

/** Ids, one each: its own for the first that has it, for others the place in the list from 1 on, or a new one. */
export function cocoIds(own: readonly (CocoId | undefined)[]): readonly CocoId[] {
  const first = new Map<string, number>();
  for (const [i, id] of own.entries()) {
    if (id !== undefined && !first.has(String(id))) first.set(String(id), i);
  }
  let last = Math.max(own.length, largestId(own));
  return own.map((id, i) => {
    if (id !== undefined && first.get(String(id)) === i) return id;
    return first.has(String(i + 1)) ? ++last : i + 1;
  });
}

/** Gives ids to things that come one by one; `last`: no id that came along is larger. */
export function createCocoIds(last: number): (own: CocoId | undefined) => CocoId {
  const taken = new Set<string>();
  return (own) => {
    if (own === undefined || taken.has(String(own))) return ++last;
    taken.add(String(own));
    return own;
  };
}

/** The largest of the numbers, also of those in words; 0 where there is none. */
export function largestId(ids: Iterable<CocoId | undefined>): number {
  let largest = 0;
  for (const id of ids) {
    const number = id === undefined ? 0 : Number(id);
    if (isCocoNumber(number)) largest = Math.max(largest, number);
  }
  return largest;
}

/** How many ids another thing has already, so a new one takes their place. */
export function repeatedIds(ids: Iterable<CocoId | undefined>): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (const id of ids) {
    if (id === undefined) continue;
    if (seen.has(String(id))) repeated++;
    seen.add(String(id));
  }
  return repeated;
}

/** Numbers up to here leave room for those that are counted on from them. */
const MOST = 2 ** 52;

/** Undefined for what can't be written as it came. */
export function keptId(id: unknown): CocoId | undefined {
  return typeof id === 'string' || isCocoNumber(id) ? id : undefined;
}

function isCocoNumber(id: unknown): id is number {
  return Number.isInteger(id) && Math.abs(Number(id)) < MOST;
}

/** By class, as COCO has it. */
export function cocoCategories(classes: readonly DatasetClass[]) {
  const ids = cocoIds(classes.map(({ coco }) => coco?.id));
  return classes.map(({ name, color, coco }, i) => ({
    id: ids[i] ?? 0,
    name,
    supercategory: coco?.supercategory ?? '',
    color,
  }));
}

/** By photo. */
export function imageIds(photos: readonly DatasetPhoto[]): readonly CocoId[] {
  return cocoIds(photos.map(({ cocoId }) => cocoId));
}
