export type Subset = 'default' | 'train' | 'val';

/**
 * Which photos train and which validate: the same share whatever the order, and the same photos
 * each time, since the lot is drawn from the file's name. All are `default` without a share.
 */
export function subsetsOf(names: readonly string[], valShare: number): Subset[] {
  if (valShare <= 0) return names.map(() => 'default');
  const count = Math.round(names.length * valShare);
  const drawn = names
    .map((name, photo) => ({ photo, lot: lotOf(name) }))
    .sort((a, b) => a.lot - b.lot || a.photo - b.photo)
    .slice(0, Math.min(Math.max(count, 1), names.length - 1));
  const validates = new Set(drawn.map(({ photo }) => photo));
  return names.map((_, photo) => (validates.has(photo) ? 'val' : 'train'));
}

/** FNV-1a, 32 bits, stirred once more so that names which differ in their last sign lie apart. */
function lotOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
