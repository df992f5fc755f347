import type { Size } from '../../geometry/spaces.ts';
import { maskToBitmap } from '../../mask/bitmap.ts';
import { cropMask } from '../../mask/crop.ts';
import { maskFromRings } from '../../mask/fill.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskBox } from '../../mask/measure.ts';
import { polygonsOf, ringsOf } from '../../mask/polygons.ts';
import { forEachSpan } from '../../mask/runs.ts';
import type { Rgb } from '../dataset.ts';
import type { CreateWriter, OutFile, Pixels } from '../writing/writer.ts';

/** Enough to look at, and within what every browser can encode. */
const LONGEST_SIDE = 4096;
const FILL_OPACITY = 0.35;
/** One pixel of line for so many of the longest side. */
const SIDE_PER_LINE_PIXEL = 800;

/** The photos with their objects drawn over them, as JPEG. */
export const createOverlayWriter: CreateWriter = ({ classes }) => ({
  photoPath: () => null,
  async *addPhoto({ file }, { objects }, picture): AsyncIterable<OutFile> {
    if (!picture) throw new Error('overlays need the photo');
    const pixels = picture.readScaled(LONGEST_SIDE);
    for (const { mask, classIndex } of objects) {
      paintObject(pixels, mask, classes[classIndex]?.color ?? [255, 255, 255]);
    }
    yield { path: `overlays/${file.stem}.jpg`, content: await picture.toJpeg(pixels) };
  },
  finish: () => [],
});

/** A translucent fill and a line along the inside of the edge; the mask may be larger than the pixels. */
function paintObject({ size, rgba }: Pixels, mask: Mask, color: Rgb): void {
  const scaled = scaleMask(mask, size);
  forEachSpan(scaled, (y, x0, x1) => {
    for (let x = x0; x < x1; x++) blend(rgba, y * size.width + x, color, FILL_OPACITY);
  });
  const line = Math.max(1, Math.round(Math.max(size.width, size.height) / SIDE_PER_LINE_PIXEL));
  forEachEdgePixel(scaled, line, (pixel) => blend(rgba, pixel, color, 1));
}

function scaleMask(mask: Mask, size: Size): Mask {
  if (size.width === mask.size.width && size.height === mask.size.height) return mask;
  const [x, y] = [size.width / mask.size.width, size.height / mask.size.height];
  const rings = ringsOf(polygonsOf(mask)).map((ring) =>
    Float64Array.from(ring, (value, i) => value * (i % 2 === 0 ? x : y)),
  );
  return maskFromRings(rings, size, 'winding');
}

/** Pixels of the mask with one outside it `line` pixels away, along the row or the column. */
function forEachEdgePixel(mask: Mask, line: number, visit: (pixel: number) => void): void {
  const box = maskBox(mask);
  if (!box) return;
  const cut = cropMask(mask, box);
  const bits = maskToBitmap(cut);
  const { width, height } = cut.size;
  const isIn = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && bits[y * width + x] === 1;
  forEachSpan(cut, (y, x0, x1) => {
    for (let x = x0; x < x1; x++) {
      const isDeep =
        isIn(x - line, y) && isIn(x + line, y) && isIn(x, y - line) && isIn(x, y + line);
      if (!isDeep) visit((y + box.y0) * mask.size.width + x + box.x0);
    }
  });
}

function blend(rgba: Uint8ClampedArray, pixel: number, color: Rgb, opacity: number): void {
  for (const [channel, value] of color.entries()) {
    const at = 4 * pixel + channel;
    rgba[at] = (rgba[at] ?? 0) * (1 - opacity) + value * opacity;
  }
}
