import type { ModelImage, PhotoLevel } from '../photo/protocol.ts';
import type { PhotoReport } from '../report/report.ts';
import type { Stack } from './stack.ts';

/** A degraded photo at its full size: what is shown of it, and what the model sees of it. */
export interface Degraded {
  readonly levels: readonly PhotoLevel[];
  readonly modelImage: ModelImage;
  readonly report: PhotoReport;
}

/** What the model sees of a photo that was restored before. */
export interface Restored {
  readonly modelImage: ModelImage;
  /** Nothing is wrong with it any more. */
  readonly isClear: boolean;
}

/** What the worker offers: a large photo takes seconds. The first two close the picture and transfer what they made. */
export interface DegradeWorker {
  /** At half the picture's size, rounded up. */
  preview(picture: ImageBitmap, stack: Stack): Promise<ImageBitmap>;
  degrade(picture: ImageBitmap, stack: Stack): Promise<Degraded>;
  /** As Auto would show what the model sees. */
  restore(modelImage: ModelImage, report: PhotoReport): Promise<Restored>;
}
