import { join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it, vi } from 'vitest';
import { measurePhoto } from './measure.ts';
import type { Pixels } from './pixels.ts';
import { faultsOf, hasQuality } from './quality.ts';
import { figuresOf, type PhotoFigures } from './report.ts';

// Each twin is measured three times, in Node.
vi.setConfig({ testTimeout: 60_000 });

const FOLDER = join(import.meta.dirname, '../../public/samples');
const CLEAR = ['coffee', 'raccoon', 'astronaut'] as const;
/** Long enough for every measure, short enough for a test. */
const SIDE = 400;

async function photo(id: string): Promise<Canvas> {
  const image = await loadImage(join(FOLDER, `${id}.jpg`));
  const scale = SIDE / Math.max(image.width, image.height);
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixelsOf(canvas: Canvas): Pixels {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { size: { width, height }, rgba: new Uint8ClampedArray(data) };
}

/** The same noise each time, normally distributed (Box and Muller, 1958). */
function normal(): () => number {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Each value changed alone. */
function mapped({ size, rgba }: Pixels, change: (value: number) => number): Pixels {
  return { size, rgba: rgba.map((value, i) => (i % 4 === 3 ? value : change(value))) };
}

/** A running mean of `length` pixels along a row. */
function moved({ size, rgba }: Pixels, length: number): Pixels {
  const out = new Uint8ClampedArray(rgba);
  for (let i = 0; i < rgba.length; i++) {
    const [pixel, c] = [i >> 2, i & 3];
    const [x, row] = [pixel % size.width, Math.floor(pixel / size.width) * size.width];
    let sum = 0;
    for (let by = 0; by < length; by++)
      sum += rgba[4 * (row + Math.min(x + by, size.width - 1)) + c] ?? 0;
    out[i] = sum / length;
  }
  return { size, rgba: out };
}

async function compressed(canvas: Canvas, quality: number): Promise<Pixels> {
  const again = createCanvas(canvas.width, canvas.height);
  const jpeg = await loadImage(canvas.toBuffer('image/jpeg', quality));
  again.getContext('2d').drawImage(jpeg, 0, 0);
  return pixelsOf(again);
}

type Twin = (clear: Canvas, severity: 1 | 2 | 3) => Pixels | Promise<Pixels>;
type Figure = (figures: PhotoFigures) => number;

/** What is done to a clear photo, and the figure that must rise with how much is done. */
const TWINS: readonly (readonly [name: string, make: Twin, figure: Figure])[] = [
  [
    'darkness',
    (clear, severity) => mapped(pixelsOf(clear), (value) => value / 2 ** severity),
    ({ darkness }) => darkness,
  ],
  [
    'noise',
    (clear, severity) => {
      const random = normal();
      return mapped(pixelsOf(clear), (value) => value + 10 * severity * random());
    },
    ({ noise }) => noise,
  ],
  ['blur', (clear, severity) => moved(pixelsOf(clear), 1 + 4 * severity), ({ blur }) => blur],
  [
    'motion',
    (clear, severity) => moved(pixelsOf(clear), 1 + 6 * severity),
    // What of it lies along the rows: before, the scene has a direction of its own.
    ({ motion }) => motion.strength * Math.cos((motion.degrees * Math.PI) / 90),
  ],
  [
    'haze',
    (clear, severity) =>
      mapped(pixelsOf(clear), (value) => value + (230 - value) * 0.25 * severity),
    ({ haze }) => haze,
  ],
  [
    'lack of contrast',
    (clear, severity) => mapped(pixelsOf(clear), (value) => 128 + (value - 128) / 2 ** severity),
    ({ contrast }) => -contrast,
  ],
  [
    'blocks',
    (clear, severity) => compressed(clear, [40, 15, 5][severity - 1] ?? 5),
    ({ blocks }) => blocks,
  ],
];

const measured = (pixels: Pixels) => figuresOf(measurePhoto(pixels, pixels));

describe('the report on the samples', () => {
  it.each(CLEAR)('finds nothing wrong with %s, which is clear', async (id) => {
    const figures = measured(pixelsOf(await photo(id)));
    expect(faultsOf(figures)).toEqual([]);
    expect(hasQuality(figures, 'clear')).toBe(true);
  });

  it.each(TWINS)('puts a photo and its twins in the order of their %s', async (_, make, figure) => {
    for (const id of CLEAR) {
      const clear = await photo(id);
      const twins = await Promise.all(([1, 2, 3] as const).map((much) => make(clear, much)));
      const figures = [pixelsOf(clear), ...twins].map((pixels) => figure(measured(pixels)));
      expect(figures, id).toEqual(figures.toSorted((a, b) => a - b));
      expect(new Set(figures).size, id).toBe(figures.length);
    }
  });

  it.each([
    ['night-kitchen', 'coffee', 'darkness'],
    ['night-raccoon', 'raccoon', 'darkness'],
    ['launch-pad-fog', 'coffee', 'haze'],
    ['high-iso', 'astronaut', 'noise'],
    ['restless-cat', 'raccoon', 'motion'],
    ['webcam-cat', 'raccoon', 'blur'],
  ] as const)('says what is wrong with %s, and not with %s: %s', async (bad, good, fault) => {
    // At its own size: shrinking takes noise and blur away.
    const image = await loadImage(join(FOLDER, `${bad}.jpg`));
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    expect(faultsOf(measured(pixelsOf(canvas)))).toContain(fault);
    expect(faultsOf(measured(pixelsOf(await photo(good))))).not.toContain(fault);
  });
});
