import { createStore, type StoreApi } from 'zustand/vanilla';
import { filePickers, unlessCancelled } from '../files/pickers.ts';
import { canPickFolders } from '../files/save-file.ts';
import type { Context } from '../state/context.ts';
import {
  type FolderAnswer,
  type FolderFormat,
  type FolderState,
  NO_FOLDER,
} from './folder-state.ts';
import type { FolderSession, SessionParts } from './session.ts';

/** A folder of photos on the disk, with the labels beside them. */
export interface FolderVerbs {
  readonly folder: StoreApi<FolderState>;
  /** Where the person chooses, and is told. */
  showFolder(isDialogOpen: boolean): void;
  /** Only browsers that write to folders. */
  canWorkInFolder(): boolean;
  /** The person chooses one; for the project on the page, or one of its own. To be called from a click. */
  workInFolder(format: FolderFormat, isForOpen: boolean): Promise<void>;
  /** Asks for the permission again; to be called from a click. */
  reconnectFolder(): Promise<void>;
  /** Labels are written no more; what is in the folder stays. */
  leaveFolder(): Promise<void>;
  setFolderFormat(format: FolderFormat): Promise<void>;
  /** About files that someone else has changed. */
  answerFolder(answer: FolderAnswer, paths: readonly string[]): Promise<void>;
  /** Looks what is in the folder, and writes what waits; also after a failure. */
  checkFolder(): Promise<void>;
}

interface Parts extends Omit<SessionParts, 'links' | 'projectId' | 'state' | 'showAgain'> {
  readonly folders: SessionParts['links'];
  unlockPhoto(photoId: string): Promise<void>;
}

export function createFolder(context: Context, parts: Parts): FolderVerbs {
  const folder = createStore<FolderState>(() => NO_FOLDER);
  let starting: Promise<FolderSession> | null = null;

  // Only needed once a project is open.
  function session(): Promise<FolderSession> {
    starting ??= import('./session.ts').then(({ createFolderSession }) =>
      createFolderSession(context, folder, {
        ...parts,
        links: parts.folders,
        projectId: () => parts.projects.getState().current?.id ?? null,
        state: context.document.state.getState,
        async showAgain() {
          const { unreadable } = context.view.getState();
          if (unreadable) await parts.unlockPhoto(unreadable.id);
        },
      }),
    );
    return starting;
  }

  parts.projects.subscribe(({ current, access }, before) => {
    if (current?.id === before.current?.id && access === before.access) return;
    if (!current && !starting) return;
    void session().then(({ follow }) => follow());
  });

  return {
    folder,
    showFolder: (isDialogOpen) => folder.setState({ isDialogOpen }),
    canWorkInFolder: canPickFolders,
    async workInFolder(format, isForOpen) {
      const options = { id: 'work', mode: 'readwrite' } as const;
      const picked = await unlessCancelled(filePickers().showDirectoryPicker?.(options));
      if (picked) await (await session()).open({ handle: picked, format, isForOpen });
    },
    reconnectFolder: async () => (await session()).reconnect(),
    leaveFolder: async () => (await session()).leave(),
    setFolderFormat: async (format) => (await session()).setFormat(format),
    answerFolder: async (answer, paths) => (await session()).answer(answer, paths),
    checkFolder: async () => (await session()).check(),
  };
}
