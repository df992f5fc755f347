/** Which part of a photo a picture on the screen shows: pixel (x, y)'s centre is at `left + (x + 0.5) * across` of the photo's width, and so downwards. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
  /** Pixels of the picture between two pixels of the photo, at least 1: the denoising filter's step. */
  readonly step: number;
}
