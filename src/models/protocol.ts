import type { SetOutcome } from './problems.ts';
import type { StoredSet } from './store.ts';

/** What the person chose: one zip, or the files of a folder with their paths inside it. */
export type SetFiles =
  | { readonly kind: 'zip'; readonly file: File }
  | {
      readonly kind: 'folder';
      readonly files: readonly { readonly path: string; readonly file: File }[];
    };

export type OnProgress = (doneBytes: number, totalBytes: number) => void;

/** What the worker offers; it serves one import. */
export interface ModelSetWorker {
  /** Checks the set, and keeps it when all of it is right. */
  take(files: SetFiles, onProgress: OnProgress): Promise<SetOutcome<StoredSet>>;
}
