import type { PhotoMaps } from '../adjust/maps.ts';
import type { ImageBox, Size } from '../geometry/spaces.ts';
import type { PhotoReport } from '../report/report.ts';

/** The photo as the model sees it before normalisation: RGB, uint8, row-major HWC, longest side = contract image.size. */
export interface ModelImage {
  readonly size: Size;
  readonly rgb: Uint8Array<ArrayBuffer>;
}

/** Below the texture limit of any GPU. */
export const TILE_SIDE = 2048;

/** One tile of one level, opaque, at most TILE_SIDE wide and high; `x`, `y` are pixels of that level. */
export interface PhotoTile {
  readonly x: number;
  readonly y: number;
  readonly bitmap: ImageBitmap;
}

/**
 * Level 0 is the photo at full resolution; each further level is half as wide and high (rounded up):
 * pixel (i, j) of level k covers photo pixels [i 2^k, (i+1) 2^k) x [j 2^k, (j+1) 2^k), so the last
 * column and row may overhang the photo. Stretching a level onto the photo moves no pixel by more
 * than one of the level's own.
 */
export interface PhotoLevel {
  readonly size: Size;
  readonly tiles: readonly PhotoTile[];
}

/** What can be known of a photo without decoding it. */
export interface PhotoFacts {
  /** By the file's content (worker/fingerprint.ts). */
  readonly id: string;
  /** Upright. */
  readonly size: Size;
  readonly format: PhotoFormat;
}

/** For lists; longest side 96 px. */
export interface PhotoThumbnail {
  /** The receiver owns it and closes it. */
  readonly bitmap: ImageBitmap;
  /** The same as a JPEG, to be kept. */
  readonly file: Blob;
  readonly report: PhotoReport;
}

export interface DecodedPhoto extends PhotoFacts {
  readonly levels: readonly PhotoLevel[];
  readonly maps: PhotoMaps;
  readonly modelImage: ModelImage;
  readonly thumbnail: PhotoThumbnail;
}

export const PHOTO_FORMATS = [
  'jpeg',
  'png',
  'webp',
  'avif',
  'gif',
  'bmp',
  'tiff',
  'heic',
  'jxl',
  /** What this browser knows and others may not. */
  'other',
] as const;

export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

export const MAX_MEGAPIXELS = 100;

export type PhotoProblem =
  | { readonly kind: 'empty' }
  /** The disk refuses: moved, deleted, locked, or a folder. */
  | { readonly kind: 'inaccessible' }
  | { readonly kind: 'not-an-image' }
  /** By a name that is the same in every language. */
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'foreign'; readonly file: ForeignFile }
  /** `number` is what the file says of it. */
  | { readonly kind: 'tiff'; readonly has: TiffFeature; readonly number: number }
  /** By the name of its compression. */
  | { readonly kind: 'tiff-compression'; readonly name: string }
  /** What reads it could not be loaded. */
  | { readonly kind: 'no-heic-reader' }
  | { readonly kind: 'truncated'; readonly format: PhotoFormat }
  | { readonly kind: 'unreadable'; readonly format: PhotoFormat; readonly detail: string }
  | { readonly kind: 'too-large'; readonly megapixels: number; readonly limit: number }
  | { readonly kind: 'out-of-memory'; readonly megapixels: number }
  /** The worker could not be loaded, or died: mostly for lack of memory. */
  | { readonly kind: 'worker-failed'; readonly detail: string };

/** Files that are no photos, and have no name of their own. */
export type ForeignFile = 'raw' | 'video' | 'windowsIcon' | 'appleIcon';

/** What of a TIFF can't be shown. */
export type TiffFeature =
  | 'samples'
  | 'compression'
  | 'colours'
  | 'complex'
  | 'ycbcr'
  | 'predictor'
  | 'jpegBits'
  | 'bits';

/** What a file gave, or why it gave nothing. */
type Read<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly problem: PhotoProblem };

export type PhotoResult = Read<{ readonly photo: DecodedPhoto }>;

/** A photo's pixels in one piece, turned upright; the receiver closes it. */
export type PictureResult = Read<{ readonly picture: ImageBitmap }>;

/** A part of a photo as the model would see it if it were the whole photo. */
export type CropResult = Read<{ readonly image: ModelImage }>;

/** As the header says: whether the pixels keep its promise shows when they are decoded. */
export type ProbeResult = Read<{ readonly facts: PhotoFacts }>;

export type ThumbnailResult = Read<{ readonly thumbnail: PhotoThumbnail }>;

export type ModelImageResult<Report extends PhotoReport | null = PhotoReport | null> = Read<{
  readonly size: Size;
  readonly image: ModelImage;
  /** Null: it was known already. */
  readonly report: Report;
}>;

/** What the photo worker offers; everything past it runs off the main thread. */
export interface PhotoWorker {
  /** Never throws for bad input: says what is wrong. Transfers every bitmap and buffer. */
  decode(file: Blob): Promise<PhotoResult>;
  /** Never throws either. Transfers the pixels. */
  modelImage(file: Blob, needsReport: boolean): Promise<ModelImageResult>;
  /** Never throws either. Transfers the bitmap. */
  picture(file: Blob): Promise<PictureResult>;
  /** Never throws either. The box's edges are whole pixels of the upright photo. Transfers the buffer. */
  crop(file: Blob, box: ImageBox): Promise<CropResult>;
  /** Never throws either. Reads a small part of the file. */
  probe(file: Blob): Promise<ProbeResult>;
  /** Never throws either. Transfers the bitmap. */
  thumbnail(file: Blob): Promise<ThumbnailResult>;
}
