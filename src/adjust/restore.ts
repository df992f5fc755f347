import type { Pixels } from '../report/pixels.ts';
import type { PhotoReport } from '../report/report.ts';
import { adjustPixels } from './apply.ts';
import { autoAdjustments } from './auto.ts';
import { mapsOf } from './maps.ts';

/** A photo as Auto shows it on a stage of its own size: for "restore, then segment". */
export function restored(pixels: Pixels, report: PhotoReport): Pixels {
  const { width, height } = pixels.size;
  const rgba = new Uint8ClampedArray(pixels.rgba.length);
  const place = { left: 0, top: 0, across: 1 / width, down: 1 / height, step: 1 };
  const adjustments = autoAdjustments(report);
  adjustPixels(pixels, rgba, { adjustments, maps: mapsOf(pixels), place });
  return { size: pixels.size, rgba };
}
