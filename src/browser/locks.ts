/** 'refused': the browser has no locks (plain http), or forbids them with all site data. */
export type Hold = 'held' | 'taken' | 'refused';

/**
 * Does the work while this page holds the lock, or, if it asks for `ifAvailable`, without it when another
 * one has it. Where the browser gives no locks the work is done all the same, and told so. Rejects as the
 * work does, and with the signal's reason while it waits.
 */
export async function underLock<T>(
  name: string,
  options: LockOptions,
  work: (hold: Hold) => Promise<T>,
): Promise<T> {
  let hasBegun = false;
  const begin = (lock: Lock | null) => {
    hasBegun = true;
    return work(lock ? 'held' : 'taken');
  };
  try {
    const locks: LockManager | undefined = globalThis.navigator?.locks;
    // Its type says what a promise of T holds, which is T.
    if (locks) return (await locks.request(name, options, begin)) as T;
  } catch (error) {
    if (hasBegun || options.signal?.aborted) throw error;
  }
  return work('refused');
}

/** The names of all locks that pages of this site hold; null where nobody can say. */
export async function heldLocks(): Promise<readonly string[] | null> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.flatMap(({ name }) => name ?? []);
  } catch {
    return null;
  }
}
