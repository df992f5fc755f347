import type { StoreApi } from 'zustand/vanilla';
import { type DiskError, troubleOf } from '../../disk/trouble.ts';
import type { PhotoEntry } from '../../document/types.ts';
import type { FolderLinks } from '../../projects/folders.ts';
import { isUnreadable } from './answering.ts';
import { type FolderState, type FolderTrouble, NO_FOLDER } from './folder-state.ts';
import { type FolderLink, recordOf, toldOf } from './link.ts';
import type { Outcome } from './pass.ts';

/** The folder of the open project: what is known of it, and what the page is told. */
export interface HeldLink {
  link(): FolderLink | null;
  /** Aborted once it is another folder's turn. */
  signal(): AbortSignal;
  /** What is known from now on; null: it came to nothing. */
  hold(link: FolderLink | null): void;
  /** Held, told and kept for the next visit. */
  keep(link: FolderLink): Promise<void>;
  forget(): void;
  fail(error: unknown): void;
  tellOutcome(outcome: Outcome, at: FolderLink, photos: readonly PhotoEntry[]): void;
}

export function createHeldLink(folder: StoreApi<FolderState>, links: FolderLinks): HeldLink {
  let held: FolderLink | null = null;
  let life = new AbortController();

  return {
    link: () => held,
    signal: () => life.signal,
    hold(link) {
      held = link;
    },
    async keep(link) {
      held = link;
      folder.setState(toldOf(link));
      // The labels are in the folder all the same.
      await links.put(recordOf(link)).catch(() => {});
    },
    forget() {
      life.abort();
      life = new AbortController();
      held = null;
      folder.setState(({ isDialogOpen }) => ({ ...NO_FOLDER, isDialogOpen }), true);
    },
    fail(error) {
      const trouble = troubleOf(error);
      const isLocked = trouble.kind === 'refused' && trouble.path === null;
      folder.setState({
        isBusy: false,
        ...(isLocked ? { phase: 'locked' } : {}),
        trouble: isLocked ? null : told(error, trouble),
      });
    },
    tellOutcome({ asked, waiting, trouble }, at, photos) {
      folder.setState({
        isBusy: false,
        phase: 'connected',
        asked,
        waiting: waiting + asked.length,
        trouble: trouble && told(trouble, trouble),
        outside: photos.filter(({ id }) => !at.photos.has(id)).length,
      });
    },
  };
}

function told(error: unknown, { kind, path, detail }: DiskError): FolderTrouble {
  return { kind: isUnreadable(error) ? 'unreadable' : kind, path, detail };
}
