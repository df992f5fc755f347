/** A photo's file, as it was chosen. */
export interface PhotoSource {
  readonly file: Blob;
  /** Where the browser lets the page come back to the file on the disk; null: nowhere. */
  readonly handle: FileSystemFileHandle | null;
}

/** Where the files of the project's photos are. */
export interface PhotoFiles {
  put(photoId: string, source: PhotoSource): void;
  /** Rejects with a `NotFoundError` when there is none. Whether the file can be read shows when it is. */
  open(photoId: string): Promise<Blob>;
}

/** As long as the page is open. */
export function createPhotoFiles(): PhotoFiles {
  const sources = new Map<string, PhotoSource>();
  return {
    put: (photoId, source) => void sources.set(photoId, source),
    async open(photoId) {
      const source = sources.get(photoId);
      if (!source) throw new DOMException('The photo’s file is not at hand.', 'NotFoundError');
      return source.file;
    },
  };
}
