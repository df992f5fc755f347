import type { StoreApi } from 'zustand/vanilla';
import type { PhotoThumbnail } from '../../photo/protocol.ts';

/** `broken`: the file can't be shown. */
export type Thumbnail = ImageBitmap | 'broken';

/** Small pictures of photos, made when they are wanted. */
export interface Thumbnails {
  /** By photo id; what is not there is not made yet. */
  readonly store: StoreApi<ReadonlyMap<string, Thumbnail>>;
  /** Takes over one that came with its photo. */
  take(photoId: string, thumbnail: PhotoThumbnail): void;
  /** What can be seen now, most wanted first; what waited before and is not among it is forgotten. */
  want(photoIds: readonly string[]): void;
  /** Makes one that nobody sees yet, for the disk, and has the photo measured; false: the file can't be read. */
  prepare(photoId: string): Promise<boolean>;
  /** Files that could not be read may be readable now. */
  forgetBroken(): void;
  /** Bytes in memory from now on; those that can be seen stay. */
  limitTo(bytes: number): void;
  /** Bytes of those in memory, and of those among them that can be seen. */
  use(): { readonly bytes: number; readonly seenBytes: number };
}
