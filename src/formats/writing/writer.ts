import type { ImageBox, Size } from '../../geometry/spaces.ts';
import type { DatasetHead, PhotoLabels } from '../dataset.ts';
import type { PhotoFile } from '../photos/file-names.ts';
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
  readonly size: Size;
  readonly subset: Subset;
}

/** The pixels of a photo, for formats that show them. */
export interface Picture {
  readonly size: Size;
  /** RGBA, row-major, of a box whose edges are whole photo pixels. */
  read(box: ImageBox): Uint8ClampedArray;
  /** The whole photo, shrunk where its longest side is longer than this. */
  readScaled(longestSide: number): Pixels;
  toJpeg(pixels: Pixels): Promise<Blob>;
}

/** RGBA, row-major. */
export interface Pixels {
  readonly size: Size;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Writes one format, photo by photo, so a data set never has to be in memory as a whole. */
export interface Writer {
  /** Where the photo itself belongs; null: not part of this format. */
  photoPath(place: PhotoPlace): string | null;
  addPhoto(
    place: PhotoPlace,
    labels: PhotoLabels,
    picture: Picture | null,
  ): Iterable<OutFile> | AsyncIterable<OutFile>;
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
  /** How far a cut-out's edge fades to either side, in photo pixels. */
  readonly feather: number;
  /** Labels go beside photos that stay where they are, under the names that these have. */
  readonly isInPlace?: true;
}

/** Makes a writer; `places` are all photos to come, in order. */
export type CreateWriter = (
  head: DatasetHead,
  places: readonly PhotoPlace[],
  options: WriteOptions,
) => Writer;
