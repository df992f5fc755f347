import type { StoreApi } from 'zustand/vanilla';
import type { Document } from '../document/document.ts';
import { EMPTY_HISTORY } from '../document/history-state.ts';
import { type DocumentState, EMPTY_DOCUMENT } from '../document/types.ts';
import { changesBetween, type SavedSnapshot } from './changes.ts';
import { type ProjectStore, WriteRefused } from './project-store.ts';
import type { ProjectHead } from './records.ts';
import type { SaveStatus } from './saving.ts';
import { createWriting } from './writing.ts';

/**
 * Keeps a project's records true to the document. All that changed since the last write goes into one
 * transaction, the next one begins when that is on the disk. What could not be written is still in
 * memory, and in the difference that the next try writes.
 */
export interface Saver {
  readonly status: StoreApi<SaveStatus>;
  /** From now on the document is this project; `saved` is what the database has of it. */
  attach(head: ProjectHead, saved: SavedSnapshot): void;
  /** Waits for what is not yet written, then lets go of the project. False, and nothing is let go, when it can't be written. */
  detach(): Promise<boolean>;
  /** Lets go of the project as it is. */
  abandon(): void;
  /** Resolves once there is nothing more to write, or writing has failed. */
  settled(): Promise<void>;
  /** Tries again after a failure. */
  retry(): Promise<void>;
}

interface Attached {
  readonly head: ProjectHead;
  readonly saved: SavedSnapshot;
}

export const NOTHING_SAVED: SavedSnapshot = {
  state: EMPTY_DOCUMENT,
  history: EMPTY_HISTORY,
  firstStep: 0,
};

/** `whenQuiet`: resolves when a write may begin; at once if left out. */
export function createSaver(
  { state, history }: Pick<Document, 'state' | 'history'>,
  store: Pick<ProjectStore, 'write'>,
  onWritten: (head: ProjectHead) => void,
  whenQuiet?: () => Promise<void>,
): Saver {
  let attached: Attached | null = null;
  const { status, work, settled } = createWriting({
    isBehind,
    whenQuiet,
    async write(onProgress) {
      if (attached) await writeOnce(attached, onProgress);
    },
  });

  function isBehind(): boolean {
    if (!attached) return false;
    const { saved } = attached;
    return saved.state !== state.getState() || saved.history !== history.getState();
  }

  async function writeOnce(
    { head, saved }: Attached,
    onProgress: (share: number) => void,
  ): Promise<void> {
    const now = { state: state.getState(), history: history.getState() };
    const difference = changesBetween(head.id, saved, now);
    const next = headOf(head, now.state, difference.changes.cursor);
    const written = await store.write(next, difference.changes, onProgress).catch((error) => {
      if (error instanceof WriteRefused && error.reason === 'gone') return null;
      throw error;
    });
    // Let go of meanwhile: the next project is none of this one's business.
    if (attached?.head.id !== head.id) return;
    // The browser's data were cleared under the page: all of it is written again.
    if (!written) attached = { head: { ...head, revision: 0 }, saved: NOTHING_SAVED };
    else attached = { head: written, saved: difference.saved };
    if (written) onWritten(written);
  }

  state.subscribe(() => void work());
  history.subscribe(() => void work());

  return {
    status,
    attach(head, saved) {
      attached = { head, saved };
      status.setState({ kind: 'kept' }, true);
      void work();
    },
    async detach() {
      await work();
      if (isBehind()) return false;
      attached = null;
      return true;
    },
    abandon() {
      attached = null;
      status.setState({ kind: 'kept' }, true);
    },
    settled,
    retry: work,
  };
}

/** The project as it is with this document. */
export function headOf(
  head: ProjectHead,
  { photos, objects, classes, done, sharedAdjustments }: DocumentState,
  cursor: number,
): ProjectHead {
  const { adjustments: _, ...rest } = head;
  return {
    ...rest,
    ...(sharedAdjustments ? { adjustments: sharedAdjustments } : {}),
    changed: Date.now(),
    classes,
    cursor,
    photos: photos.length,
    objects: photos.reduce((sum, { id }) => sum + (objects[id]?.length ?? 0), 0),
    bytes: photos.reduce((sum, { bytes }) => sum + bytes, 0),
    done: photos.filter(({ id }) => done[id]).length,
  };
}
