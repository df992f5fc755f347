/** Keeps the screen, and with it the machine, awake while long work goes on. */
export interface WakeLock {
  hold(): void;
  release(): void;
}

/** The browser lets go when the page is hidden; it is asked again when the page is back. */
export function createWakeLock(): WakeLock {
  let isWanted = false;
  let lock: WakeLockSentinel | null = null;

  async function ask(): Promise<void> {
    if (!isWanted || (lock && !lock.released)) return;
    // Refused for instance on a low battery, or while the page is hidden.
    const given = await globalThis.navigator?.wakeLock?.request('screen').catch(() => null);
    lock = given ?? null;
    if (!isWanted) release();
  }

  function release(): void {
    isWanted = false;
    void lock?.release();
    lock = null;
  }

  globalThis.document?.addEventListener('visibilitychange', () => void ask());
  return {
    release,
    hold() {
      if (isWanted) return;
      isWanted = true;
      void ask();
    },
  };
}
