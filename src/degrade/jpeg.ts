import type { Size } from '../geometry/spaces.ts';
import type { Plane } from '../report/pixels.ts';
import { emptyPhoto, type Photo } from './photo.ts';
import { resizePlane } from './resample.ts';

/** What JPEG loses, without the file: entropy coding loses nothing. The same pixels in every browser. */

export interface JpegSettings {
  /** As libjpeg scales its tables: 1 to 100. */
  readonly quality: number;
  /** Colour at half the resolution (4:2:0). */
  readonly halvesColour: boolean;
}

const SIDE = 8;

// Tables K.1 and K.2 of ITU-T T.81, row by row.
const LUMA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
] as const;
const CHROMA = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
] as const;

/** Discrete cosine transform: [frequency, place]. */
const COSINES = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
  const [frequency, place] = [Math.floor(i / SIDE), i % SIDE];
  const scale = frequency === 0 ? Math.SQRT1_2 : 1;
  return (scale / 2) * Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * SIDE));
});

export function jpegRoundTrip(photo: Photo, { quality, halvesColour }: JpegSettings): Photo {
  const { size } = photo;
  const [luma, blue, red] = toYcc(photo);
  coded(luma, scaled(LUMA, quality));
  const chroma = scaled(CHROMA, quality);
  const [blues, reds] = [blue, red].map((plane) => {
    const held = halvesColour ? rounded(resizePlane(plane, halfOf(size), 'area')) : plane;
    coded(held, chroma);
    return halvesColour ? resizePlane(held, size, 'linear') : held;
  });
  return fromYcc(size, luma, blues ?? blue, reds ?? red);
}

function halfOf({ width, height }: Size): Size {
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

function scaled(table: readonly number[], quality: number): Float64Array {
  const sound = Math.min(100, Math.max(1, quality));
  const percent = sound < 50 ? Math.floor(5000 / sound) : 200 - 2 * sound;
  return Float64Array.from(table, (step) =>
    Math.min(255, Math.max(1, Math.floor((step * percent + 50) / 100))),
  );
}

/** Each block to steps of its frequencies and back, in place; the last column and row fill up blocks. */
function coded({ size: { width, height }, values }: Plane, steps: Float64Array): void {
  const block = new Float64Array(SIDE * SIDE);
  const scratch = new Float64Array(SIDE * SIDE);
  for (let top = 0; top < height; top += SIDE)
    for (let left = 0; left < width; left += SIDE) {
      for (let i = 0; i < block.length; i++) {
        const y = Math.min(height - 1, top + (i >> 3));
        const x = Math.min(width - 1, left + (i & 7));
        block[i] = (values[y * width + x] ?? 0) - 128;
      }
      transform(block, scratch, true);
      for (let i = 0; i < block.length; i++) {
        const step = steps[i] ?? 1;
        block[i] = Math.round((block[i] ?? 0) / step) * step;
      }
      transform(block, scratch, false);
      const [rows, columns] = [Math.min(SIDE, height - top), Math.min(SIDE, width - left)];
      for (let y = 0; y < rows; y++)
        for (let x = 0; x < columns; x++)
          values[(top + y) * width + left + x] = byte((block[y * SIDE + x] ?? 0) + 128);
    }
}

/** Along rows, then along columns; `forward` from places to frequencies. */
function transform(block: Float64Array, scratch: Float64Array, forward: boolean): void {
  pass(block, scratch, forward);
  pass(scratch, block, forward);
}

/** Transforms each row and writes it as a column. */
function pass(from: Float64Array, to: Float64Array, forward: boolean): void {
  const [ofOut, ofIn] = forward ? [SIDE, 1] : [1, SIDE];
  for (let row = 0; row < SIDE; row++)
    for (let out = 0; out < SIDE; out++) {
      let sum = 0;
      for (let k = 0; k < SIDE; k++)
        sum += (from[row * SIDE + k] ?? 0) * (COSINES[out * ofOut + k * ofIn] ?? 0);
      to[out * SIDE + row] = sum;
    }
}

function toYcc({ size, rgba }: Photo): [Plane, Plane, Plane] {
  const plane = (): Plane => ({ size, values: new Float32Array(size.width * size.height) });
  const [luma, blue, red] = [plane(), plane(), plane()];
  for (let i = 0, o = 0; o < rgba.length; i++, o += 4) {
    const [r, g, b] = [rgba[o] ?? 0, rgba[o + 1] ?? 0, rgba[o + 2] ?? 0];
    luma.values[i] = byte(0.299 * r + 0.587 * g + 0.114 * b);
    blue.values[i] = byte(-0.168736 * r - 0.331264 * g + 0.5 * b + 128);
    red.values[i] = byte(0.5 * r - 0.418688 * g - 0.081312 * b + 128);
  }
  return [luma, blue, red];
}

function fromYcc(size: Size, luma: Plane, blues: Plane, reds: Plane): Photo {
  const made = emptyPhoto(size);
  for (let i = 0, o = 0; o < made.rgba.length; i++, o += 4) {
    const y = luma.values[i] ?? 0;
    const [blue, red] = [(blues.values[i] ?? 0) - 128, (reds.values[i] ?? 0) - 128];
    made.rgba[o] = y + 1.402 * red;
    made.rgba[o + 1] = y - 0.344136 * blue - 0.714136 * red;
    made.rgba[o + 2] = y + 1.772 * blue;
  }
  return made;
}

function rounded({ size, values }: Plane): Plane {
  return { size, values: values.map(byte) };
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
