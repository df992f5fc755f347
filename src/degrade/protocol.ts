import type { ModelImage, PhotoLevel } from '../photo/protocol.ts';
import type { Stack } from './stack.ts';

/** A degraded photo at its full size: what is shown of it, and what the model sees of it. */
export interface Degraded {
  readonly levels: readonly PhotoLevel[];
  readonly modelImage: ModelImage;
}

/** What the worker offers: a large photo takes seconds. Both close the picture and transfer what they made. */
export interface DegradeWorker {
  /** At half the picture's size, rounded up. */
  preview(picture: ImageBitmap, stack: Stack): Promise<ImageBitmap>;
  degrade(picture: ImageBitmap, stack: Stack): Promise<Degraded>;
}
