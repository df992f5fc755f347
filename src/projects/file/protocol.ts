import type { FileHead, FilePhoto, FileProblem } from './format.ts';

export type ReadOutcome =
  | { readonly ok: true; readonly brokenObjects: number }
  | { readonly ok: false; readonly problem: FileProblem };

/** What the project file worker offers; everything past it runs off the main thread. */
export interface ProjectFileWorker {
  /** Writes into the file, or returns a zip when there is none. One photo is asked for after the other. */
  write(
    head: FileHead,
    photos: number,
    photoAt: (index: number) => Promise<FilePhoto>,
    sink: FileSystemFileHandle | null,
  ): Promise<Blob | null>;
  /** Bad input is in the outcome, never thrown. Waits for `take` before it reads the next photo. */
  read(
    file: Blob,
    begin: (head: FileHead, photos: number) => Promise<void>,
    take: (photo: FilePhoto) => Promise<void>,
  ): Promise<ReadOutcome>;
}
