import { caseSize, shadeCase } from '../../evaluate/report/shade-case.ts';
import type { Mask } from '../../mask/mask.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';

const SIDE = 480;
const QUALITY = 0.85;

/** A small JPEG of a degraded photo with a mask of it against the truth; null where no level is small enough. */
export async function drawCase(
  levels: readonly PhotoLevel[],
  mask: Mask,
  truth: Mask,
): Promise<Blob | null> {
  const level = levels.at(-1);
  const [tile, ...others] = level?.tiles ?? [];
  if (!level || !tile || others.length > 0) return null;
  const size = caseSize(level.size, SIDE);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  context.drawImage(tile.bitmap, 0, 0, size.width, size.height);
  const pixels = context.getImageData(0, 0, size.width, size.height);
  shadeCase(pixels.data, size, mask, truth);
  context.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
