/** Among the browser's own measures, so its profiler shows it too. */
const MASK_DRAWN = 'mask-drawn';

/** A frame that shows a new mask has been painted; `since` is performance.now() when the mask came. */
export function noteMaskDrawn(since: number): void {
  performance.clearMeasures(MASK_DRAWN);
  performance.measure(MASK_DRAWN, { start: since });
}

/** Milliseconds from the last new mask to its frame, the wait for the frame included; null before the first. */
export function maskDrawnIn(): number | null {
  return performance.getEntriesByName(MASK_DRAWN).at(-1)?.duration ?? null;
}
