import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import type { Turn } from '../mask/turn.ts';
import type { DatasetHead, DatasetPhoto, PhotoLabels } from './dataset.ts';
import type { FormatId } from './formats.ts';
import type { ReadObject, ReadPhoto, ReadResult } from './reading/result.ts';
import type { WriteOptions } from './writing/writer.ts';

/** A data set to be written; its photos follow one by one. */
export interface ExportRequest {
  readonly format: FormatId;
  readonly head: DatasetHead;
  readonly options: WriteOptions;
  /** "jpg", by photo, for those whose name has no ending. */
  readonly endings: readonly string[];
  /** Share of the photos, 0 to 1; 0: no split. */
  readonly valShare: number;
}

/** One photo of the data set, in the order of `head.photos`. */
export interface ExportPhoto {
  readonly labels: PhotoLabels;
  /** The photo as it was opened. */
  readonly file: Blob;
  /** For formats that draw the photo; the receiver closes it. */
  readonly picture: ImageBitmap | null;
}

/** One file of the zip to come. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: number;
  /** One for all photos. */
  readonly isShared: boolean;
}

/** A label file that is written nowhere yet. */
export interface RenderedFile {
  readonly path: string;
  readonly content: Blob;
  /** Index of its photo; null: of all of them. */
  readonly photo: number | null;
}

/** A file that a person chose or dropped. */
export interface ChosenFile {
  /** Below the folder that was chosen, if one was. */
  readonly path: string;
  readonly file: Blob;
}

export interface ImportResult extends Omit<ReadResult, 'embedded'> {
  /** The photos it was matched with: first those that are open, then those that came with, or in, the files. */
  readonly known: readonly DatasetPhoto[];
  /** By photo of `known` from `open` on: the path under which `photo` gives the file. */
  readonly paths: readonly string[];
  /** By the same order: the photo's folder in the project. */
  readonly folders: readonly string[];
}

/** What was read, before its objects are asked for. */
export interface ImportHead extends Omit<ImportResult, 'photos'> {
  readonly photos: readonly Omit<ReadPhoto, 'objects'>[];
  /** By photo of `photos`: how many objects it has. */
  readonly objectCounts: readonly number[];
}

/** What polygons of one tolerance are like, over many objects. */
export interface DetailFigures {
  readonly vertices: number;
  readonly meanIou: number;
  readonly leastIou: number;
}

/** The size of a photo as it is shown, by decoding it; null: it can't be shown. */
export type MeasurePhoto = (photo: Blob) => Promise<Size | null>;

/** A file that becomes a zip, or a folder that the files go into. */
export type ExportSink = FileSystemFileHandle | FileSystemDirectoryHandle;

/** What the data set worker offers; everything past it runs off the main thread. */
export interface DatasetWorker {
  /** Begins a zip in the file, or in memory when there is none; or the files themselves in a folder. */
  startExport(request: ExportRequest, sink: ExportSink | null): Promise<void>;
  /** Adds the next photo; the bytes written so far. */
  addPhoto(photo: ExportPhoto): Promise<number>;
  /** The zip, when it was not written into a file. */
  finishExport(): Promise<Blob | null>;
  /** Leaves the file as it was. */
  abortExport(): Promise<void>;
  /** The files that the data set would hold if it had this photo alone. */
  plan(request: ExportRequest, photo: ExportPhoto): Promise<PlannedFile[]>;
  /** The label files of these photos, by index, and those of the whole data set; nothing is drawn, no photo included. */
  render(
    request: ExportRequest,
    indices: readonly number[],
    labelsAt: (index: number) => Promise<PhotoLabels>,
  ): Promise<readonly RenderedFile[]>;
  /** Reads labels; zips among the files are opened. Bad input is in the result, never thrown. */
  read(
    files: readonly ChosenFile[],
    open: readonly DatasetPhoto[],
    onProgress: (done: number, of: number) => void,
    measure: MeasurePhoto,
  ): Promise<ImportHead>;
  /** The next objects of the last `read`, photo by photo, their masks packed; empty: there are no more. */
  nextObjects(): Promise<readonly ReadObject[]>;
  /** A photo that came with the files of the last `read`. */
  photo(path: string): Promise<Blob>;
  /** How the picture, which lies on its side in its file, is shown; null: it doesn't, or nobody says. */
  turnOf(picture: Blob): Promise<Turn | null>;
  detail(masks: readonly Mask[], tolerance: number): Promise<DetailFigures>;
  /** A PNG of the object alone, transparent around it. Takes the picture over; throws a RangeError for an empty mask. */
  cutOut(picture: ImageBitmap, mask: Mask, feather: number): Promise<Blob>;
  /** A black and white PNG of the photo's size. */
  maskPng(mask: Mask): Promise<Blob>;
}
