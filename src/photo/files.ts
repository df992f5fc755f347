/** A photo's file, as it was chosen. */
export interface PhotoSource {
  readonly file: Blob;
  /** Where the browser lets the page come back to the file on the disk; null: nowhere. */
  readonly handle: FileSystemFileHandle | null;
  /** The folder it was chosen with: leave to read that is leave to read all that is in it. */
  readonly directory: FileSystemDirectoryHandle | null;
}

/** Where the files of the project's photos are. */
export interface PhotoFiles {
  put(photoId: string, source: PhotoSource): void;
  /**
   * Rejects with a `NotFoundError` when there is none, and with a `NotAllowedError` while the person
   * has not given permission to read it again. Whether the file can be read shows when it is.
   */
  open(photoId: string): Promise<Blob>;
}
