import type { Size } from '../../geometry/spaces.ts';
import { maskToBitmap } from '../../mask/bitmap.ts';
import type { Mask } from '../../mask/mask.ts';
import { rescaleMask } from '../../mask/rescale.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';

const SIDE = 480;
const QUALITY = 0.85;
/** As ui/stage paints differences: right, missed, surplus. */
const COLOURS = {
  common: [34, 197, 94],
  missed: [56, 189, 248],
  surplus: [244, 114, 182],
} as const;
const OPACITY = 0.5;

/** A small JPEG of a degraded photo with a mask of it against the truth; null where no level is small enough. */
export async function drawCase(
  levels: readonly PhotoLevel[],
  mask: Mask,
  truth: Mask,
): Promise<Blob | null> {
  const level = levels.at(-1);
  const [tile, ...others] = level?.tiles ?? [];
  if (!level || !tile || others.length > 0) return null;
  const scale = Math.min(1, SIDE / Math.max(level.size.width, level.size.height));
  const size = {
    width: Math.max(1, Math.round(level.size.width * scale)),
    height: Math.max(1, Math.round(level.size.height * scale)),
  };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  context.drawImage(tile.bitmap, 0, 0, size.width, size.height);
  const pixels = context.getImageData(0, 0, size.width, size.height);
  paint(pixels.data, maskBits(mask, size), maskBits(truth, size));
  context.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

function maskBits(mask: Mask, size: Size): Uint8Array {
  return maskToBitmap(rescaleMask(mask, size));
}

function paint(rgba: Uint8ClampedArray, mask: Uint8Array, truth: Uint8Array): void {
  for (let i = 0, o = 0; i < mask.length; i++, o += 4) {
    const part = mask[i] ? (truth[i] ? 'common' : 'surplus') : truth[i] ? 'missed' : null;
    if (!part) continue;
    for (const [c, value] of COLOURS[part].entries())
      rgba[o + c] = (rgba[o + c] ?? 0) * (1 - OPACITY) + value * OPACITY;
  }
}
