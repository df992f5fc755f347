import { restored } from '../../adjust/restore.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import { measurePhoto } from '../../report/measure.ts';
import type { Pixels } from '../../report/pixels.ts';
import type { PhotoReport } from '../../report/report.ts';
import type { ModelImage } from '../protocol.ts';

/** What the model would see of a photo that was restored before, and whether nothing is wrong with it any more. */
export function restoredImage(
  { size, rgb }: ModelImage,
  report: PhotoReport,
): { readonly modelImage: ModelImage; readonly isClear: boolean } {
  const made = restored({ size, rgba: withAlpha(rgb) }, report);
  const isClear = isClearPhoto(measurePhoto(made, made));
  return { modelImage: { size, rgb: withoutAlpha(made) }, isClear };
}

function withAlpha(rgb: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let i = 0, o = 0; i < rgb.length; i += 3, o += 4) rgba.set(rgb.subarray(i, i + 3), o);
  return rgba;
}

function withoutAlpha({ rgba }: Pixels): Uint8Array<ArrayBuffer> {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let i = 0, o = 0; i < rgb.length; i += 3, o += 4) rgb.set(rgba.subarray(o, o + 3), i);
  return rgb;
}
