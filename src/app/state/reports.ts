import type { PhotoReport } from '../../report/report.ts';

/** What was measured of photos, in this visit and earlier ones; the view has it, by photo id. */
export interface Reports {
  /** Brings those of earlier visits, once. */
  recall(): Promise<void>;
  /** One that came with its photo; it is shown and kept a moment later. */
  take(photoId: string, report: PhotoReport): void;
}
