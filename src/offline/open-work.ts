/** Held by every tab with something in it that a reload would lose. */
const LOCK = 'robustsam-annotator open work';

export interface OpenWork {
  /** Tells the other tabs whether there is work in this one. */
  tellWork(hasWork: boolean): void;
  /** Asked by a tab without work of its own. */
  isWorkElsewhere(): Promise<boolean>;
}

export function createOpenWork(): OpenWork {
  let release: (() => void) | null = null;

  function hold(): () => void {
    let end: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    // Plain http addresses have no locks, and no service worker that would ask for them.
    void navigator.locks?.request(LOCK, { mode: 'shared' }, () => held);
    return end;
  }

  return {
    tellWork(hasWork) {
      if (hasWork === (release !== null)) return;
      release?.();
      release = hasWork ? hold() : null;
    },
    async isWorkElsewhere() {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name === LOCK);
    },
  };
}
