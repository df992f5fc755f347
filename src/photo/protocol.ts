import type { Size } from '../geometry/spaces.ts';

/** The photo as the model sees it before normalisation: RGB, uint8, row-major HWC, longest side = contract image.size. */
export interface ModelImage {
  readonly size: Size;
  readonly rgb: Uint8Array<ArrayBuffer>;
}

/** One tile of one level; `x`, `y` are pixels of that level. */
export interface PhotoTile {
  readonly x: number;
  readonly y: number;
  readonly bitmap: ImageBitmap;
}

/** Level 0 is the photo at full resolution; each further level is half as wide and high (rounded up). */
export interface PhotoLevel {
  readonly size: Size;
  readonly tiles: readonly PhotoTile[];
}

export interface DecodedPhoto {
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly id: string;
  readonly size: Size;
  readonly format: PhotoFormat;
  readonly levels: readonly PhotoLevel[];
  readonly modelImage: ModelImage;
  /** Longest side 96 px, for lists. The receiver owns it and closes it. */
  readonly thumbnail: ImageBitmap;
}

export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'bmp' | 'tiff';

export type PhotoProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-an-image' }
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'truncated'; readonly format: PhotoFormat }
  | { readonly kind: 'unreadable'; readonly format: PhotoFormat; readonly detail: string }
  | { readonly kind: 'too-large'; readonly megapixels: number; readonly limit: number }
  | { readonly kind: 'out-of-memory'; readonly megapixels: number };

export type PhotoResult =
  | { readonly ok: true; readonly photo: DecodedPhoto }
  | { readonly ok: false; readonly problem: PhotoProblem };

/** What the photo worker offers; everything past it runs off the main thread. */
export interface PhotoWorker {
  /** Never throws for bad input: says what is wrong. Transfers every bitmap and buffer. */
  decode(file: Blob): Promise<PhotoResult>;
}
