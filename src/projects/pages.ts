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

/** Of all pages that show a project one writes it: the one that has its lock, which goes with the page. */
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

export function createPages(): Pages {
  // Plain http addresses have no locks; two pages there are told apart when they write (store.ts).
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  let channel: BroadcastChannel | null = null;

  function open(): BroadcastChannel {
    channel ??= new BroadcastChannel(NAME);
    return channel;
  }

  return {
    tryClaim(projectId) {
      if (!locks) return Promise.resolve(() => {});
      return new Promise((resolve, reject) => {
        locks
          .request(lockOf(projectId), { ifAvailable: true }, (lock) => {
            if (lock) return held(resolve);
            resolve(null);
            return undefined;
          })
          .catch(reject);
      });
    },
    claim(signal, projectId) {
      if (!locks) return Promise.resolve(() => {});
      return new Promise((resolve, reject) => {
        locks.request(lockOf(projectId), { signal }, () => held(resolve)).catch(reject);
      });
    },
    tell: (message) => open().postMessage(message),
    listen(hear) {
      open().addEventListener('message', ({ data }: MessageEvent<PageMessage>) => hear(data));
    },
    async ifAlone(work) {
      if (!locks) return;
      await locks.request(NAME, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      });
      // As long as the page lives; another page's work is waited for.
      await new Promise<void>((resolve) => {
        void locks.request(NAME, { mode: 'shared' }, () => held(() => resolve()));
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
