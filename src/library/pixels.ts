import type { PhotoPixels } from './api.ts';
import { RobustSamError } from './errors.ts';

const HEADER_BYTES = 54;
const INFO_BYTES = 40;

/**
 * Pixels as a BMP file, which takes no packing and no loss: so pixels go the way that files go.
 * Throws a RobustSamError for data of another length than its size asks for.
 */
export function pixelsToFile({ width, height, data }: PhotoPixels): Blob {
  const isSize = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (!isSize || data.length !== width * height * 4) {
    const wanted = 'width x height x 4 (RGBA)';
    throw new RobustSamError(
      'photo',
      `${width} x ${height} pixels came with ${data.length} values; ${wanted} are needed.`,
    );
  }
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(HEADER_BYTES + stride * height);
  writeHeader(new DataView(bytes.buffer), width, height);
  for (let y = 0; y < height; y++) {
    // Rows go from bottom to top, pixels are blue, green, red.
    let out = HEADER_BYTES + (height - 1 - y) * stride;
    for (let at = y * width * 4, end = at + width * 4; at < end; at += 4, out += 3) {
      const alpha = (data[at + 3] ?? 0) / 255;
      for (let channel = 0; channel < 3; channel++) {
        bytes[out + 2 - channel] = Math.round(255 + alpha * ((data[at + channel] ?? 0) - 255));
      }
    }
  }
  return new Blob([bytes], { type: 'image/bmp' });
}

function writeHeader(view: DataView, width: number, height: number): void {
  view.setUint16(0, 0x424d);
  view.setUint32(2, view.byteLength, true);
  view.setUint32(10, HEADER_BYTES, true);
  view.setUint32(14, INFO_BYTES, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
}
