import { createStore, type StoreApi } from 'zustand/vanilla';
import { failureOf, type SaveStatus } from './saving.ts';

/** Writes as long as there is something to write, one write at a time. */
export interface Writing {
  readonly status: StoreApi<SaveStatus>;
  /** There may be something new, or a failure may be over; resolves once nothing is left, or writing has failed. */
  work(): Promise<void>;
  /** The same for what is under way already. */
  settled(): Promise<void>;
}

interface Task {
  isBehind(): boolean;
  /** Resolves when a write may begin; at once if left out. */
  readonly whenQuiet?: (() => Promise<void>) | undefined;
  /** What could not be written stays behind, and the next try writes it. Tells how far it is, from 0 to 1. */
  write(onProgress: (share: number) => void): Promise<void>;
}

export function createWriting({ isBehind, whenQuiet, write }: Task): Writing {
  const status = createStore<SaveStatus>(() => ({ kind: 'kept' }));
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    // All that is done in one go is one write.
    await Promise.resolve();
    try {
      while (isBehind()) {
        if (status.getState().kind !== 'saving') status.setState({ kind: 'saving' }, true);
        await whenQuiet?.();
        await write(show);
      }
      end({ kind: 'kept' });
    } catch (error) {
      end(failureOf(error));
    }
  }

  function show(share: number): void {
    const done = Math.floor(100 * share);
    const now = status.getState();
    if (now.kind === 'saving' && now.done !== done) status.setState({ kind: 'saving', done }, true);
  }

  /** In one go: a change that comes the moment after begins the next write. */
  function end(how: SaveStatus): void {
    writing = null;
    status.setState(how, true);
  }

  return {
    status,
    work() {
      if (!isBehind()) return writing ?? Promise.resolve();
      if (status.getState().kind === 'kept') status.setState({ kind: 'saving' }, true);
      writing ??= writeAll();
      return writing;
    },
    settled: () => writing ?? Promise.resolve(),
  };
}
