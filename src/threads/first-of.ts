/** Who waits beside each promise that outlives its answers. */
const waiting = new WeakMap<Promise<unknown>, Set<() => void>>();

/**
 * The answer, or what `otherwise` makes of `end` if that comes first. Promise.race would leave a callback
 * with `end` for each answer, and the answer with it, for as long as `end` is pending: all that a worker
 * has ever said would stay in memory until it stops.
 */
export function firstOf<T, End>(
  answer: Promise<T>,
  end: Promise<End>,
  otherwise: (end: End) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const hear = () => void end.then(otherwise).then(resolve, reject);
    const all = waitingBeside(end);
    all.add(hear);
    answer.then(resolve, reject).finally(() => all.delete(hear));
  });
}

function waitingBeside(end: Promise<unknown>): Set<() => void> {
  const known = waiting.get(end);
  if (known) return known;
  const all = new Set<() => void>();
  waiting.set(end, all);
  function tell(): void {
    // Whoever comes later hears it by a set of their own.
    waiting.delete(end);
    for (const hear of all) hear();
  }
  end.then(tell, tell);
  return all;
}
