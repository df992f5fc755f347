import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { ModelImage } from '../../photo/protocol.ts';

/**
 * The encoder's input: RGB uint8 HWC -> float32 NCHW [1, 3, height, width], normalised by the
 * contract's mean and std, zero to the right of and below the photo. Throws a RangeError when
 * the image is larger than the target or its buffer is not 3 bytes a pixel.
 */
export function preprocess({ size, rgb }: ModelImage, target: Size): Float32Array {
  const pixels = size.width * size.height;
  if (size.width > target.width || size.height > target.height || rgb.length !== 3 * pixels) {
    throw new RangeError(
      `image ${size.width}x${size.height} in ${rgb.length} bytes does not fit ${target.width}x${target.height}`,
    );
  }
  const plane = target.width * target.height;
  const out = new Float32Array(3 * plane);
  const [red, green, blue] = NORMALISED;
  for (let y = 0; y < size.height; y++) {
    let from = y * size.width * 3;
    const end = y * target.width + size.width;
    for (let to = y * target.width; to < end; to++) {
      out[to] = red[rgb[from++] ?? 0] ?? 0;
      out[to + plane] = green[rgb[from++] ?? 0] ?? 0;
      out[to + 2 * plane] = blue[rgb[from++] ?? 0] ?? 0;
    }
  }
  return out;
}

/** Normalised value of each of the 256 levels, by channel: a look-up is faster than the division. */
const NORMALISED = [levels(0), levels(1), levels(2)] as const;

function levels(channel: 0 | 1 | 2): Float32Array {
  const { mean, std } = contract.image;
  const [m, s] = [mean[channel] ?? 0, std[channel] ?? 0];
  return Float32Array.from({ length: 256 }, (_, level) => (level - m) / s);
}
