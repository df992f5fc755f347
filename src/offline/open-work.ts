import { heldLocks, underLock } from '../browser/locks.ts';

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
    void underLock(LOCK, { mode: 'shared' }, () => held);
    return end;
  }

  return {
    tellWork(hasWork) {
      if (hasWork === (release !== null)) return;
      release?.();
      release = hasWork ? hold() : null;
    },
    async isWorkElsewhere() {
      return (await heldLocks())?.includes(LOCK) ?? false;
    },
  };
}
