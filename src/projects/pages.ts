import { type Hold, underLock } from '../browser/locks.ts';

/** What the app's pages in this browser tell one another. */
export type PageMessage =
  /** The project's records have changed. */
  | { readonly kind: 'written'; readonly projectId: string }
  /** Whoever writes the project is asked to finish and let go of it. */
  | { readonly kind: 'hand-over'; readonly projectId: string }
  /** A project came, went, or has another name. */
  | { readonly kind: 'listed' };

/** Gives up a claim. */
export type Release = () => void;

/** Who writes a project: one of all pages that show it, the one that has its lock, which goes with the page. */
export interface Pages {
  /** Null: another page writes the project. */
  tryClaim(projectId: string): Promise<Release | null>;
  /** Waits until the other page lets go, or is gone. Rejects with the signal's reason. */
  claim(signal: AbortSignal, projectId: string): Promise<Release>;
  tell(message: PageMessage): void;
  /** Once; the messages of other pages, from now on. */
  listen(hear: (message: PageMessage) => void): void;
  /** Does the work if no other page of the app is open, and lets none begin meanwhile. */
  ifAlone(work: () => Promise<void>): Promise<void>;
}

const NAME = 'robustsam-annotator.projects';

/**
 * Without locks (plain http) every page takes itself for the one that writes; two of them are told apart
 * when they write (store.ts).
 */
export function createPages(): Pages {
  let channel: BroadcastChannel | null = null;

  /** Null: blocked together with all site data, so there is nothing to tell. */
  function open(): BroadcastChannel | null {
    try {
      channel ??= new BroadcastChannel(NAME);
    } catch {
      return null;
    }
    return channel;
  }

  return {
    tryClaim(projectId) {
      return new Promise((resolve, reject) => {
        const take = async (hold: Hold) => (hold === 'taken' ? resolve(null) : held(resolve));
        underLock(lockOf(projectId), { ifAvailable: true }, take).catch(reject);
      });
    },
    claim(signal, projectId) {
      return new Promise((resolve, reject) => {
        underLock(lockOf(projectId), { signal }, () => held(resolve)).catch(reject);
      });
    },
    tell: (message) => open()?.postMessage(message),
    listen(hear) {
      open()?.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => hear(data));
    },
    async ifAlone(work) {
      await underLock(NAME, { ifAvailable: true }, async (hold) => {
        if (hold === 'held') await work();
      });
      // As long as the page lives; another page's work is waited for.
      await new Promise<void>((resolve) => {
        void underLock(NAME, { mode: 'shared' }, () => held(() => resolve()));
      });
    },
  };
}

function lockOf(projectId: string): string {
  return `${NAME}.${projectId}`;
}

/** The lock is kept until the function that `give` gets is called. */
function held(give: (release: Release) => void): Promise<void> {
  return new Promise((release) => give(() => release()));
}
