import type { DatasetHead, PhotoLabels } from './dataset.ts';
import type { PhotoFile } from './file-names.ts';
import type { Subset } from './subsets.ts';

/** One file of a data set. */
export interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer> | Blob;
}

/** A photo of the data set being written. */
export interface PhotoPlace {
  readonly index: number;
  readonly file: PhotoFile;
  readonly size: DatasetHead['photos'][number]['size'];
  readonly subset: Subset;
}

/** Writes one format, photo by photo, so that a data set never has to be in memory as a whole. */
export interface Writer {
  /** Where the photo itself belongs; null: not part of this format. */
  photoPath(place: PhotoPlace): string | null;
  addPhoto(place: PhotoPlace, labels: PhotoLabels): Iterable<OutFile>;
  /** What can only be written once all photos are known. */
  finish(): Iterable<OutFile>;
}

export interface WriteOptions {
  /** Polygons instead of masks, where a format has both. */
  readonly shapes: 'polygons' | 'masks';
  /** How far a polygon may leave the mask's outline, in photo pixels; 0: exact. */
  readonly tolerance: number;
  /** Whether the photos themselves are in the data set. */
  readonly includesPhotos: boolean;
}

/** Makes a writer; `places` are all photos to come, in order. */
export type CreateWriter = (
  head: DatasetHead,
  places: readonly PhotoPlace[],
  options: WriteOptions,
) => Writer;
