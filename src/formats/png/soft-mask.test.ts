import { type Canvas, createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { readDataset } from '../read-dataset.ts';
import { decodePicture } from '../testing/decode-picture.ts';
import { sourceFiles } from '../testing/files.ts';

const size = { width: 60, height: 40 };
const photo = { name: 'a.jpg', size };

async function read(path: string, bytes: Uint8Array<ArrayBuffer>) {
  const files = sourceFiles(new Map([[path, bytes]]));
  const result = await readDataset(files, [photo], [], () => {}, decodePicture);
  return { ...result, objects: result.photos.flatMap(({ objects }) => objects) };
}

function png(channels: 1 | 2 | 3 | 4, valueAt: (x: number, y: number) => readonly number[]) {
  const data = new Uint8Array(size.width * size.height * channels);
  for (let i = 0; i < size.width * size.height; i++) {
    data.set(valueAt(i % size.width, Math.floor(i / size.width)), i * channels);
  }
  return Uint8Array.from(encode({ ...size, data, channels, depth: 8 }));
}

const isInside = (x: number, y: number) => x >= 10 && x < 30 && y >= 10 && y < 30;
const square = { x0: 10, y0: 10, x1: 30, y1: 30 };

/** White inside, fading over two pixels. */
function soft(x: number, y: number): number {
  const out = Math.max(10 - x, x - 29, 10 - y, y - 29);
  return Math.max(0, Math.min(255, 170 - out * 85));
}

describe('a white mask with soft edges is one object, by half', () => {
  test.each([
    ['grey', png(1, (x, y) => [soft(x, y)])],
    ['grey in three channels', png(3, (x, y) => Array(3).fill(soft(x, y)))],
  ])('%s', async (_, bytes) => {
    const { objects, notes } = await read('masks/a.png', bytes);
    expect(objects.map(({ className, mask }) => [className, maskBox(mask)])).toEqual([
      ['object', square],
    ]);
    expect(notes).toMatchObject([{ note: { kind: 'thresholded' } }]);
  });

  test('greys that fill areas stay classes', async () => {
    const greys = fc.uniqueArray(fc.integer({ min: 1, max: 254 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(greys, async (values) => {
        const levels = [...values, 255];
        const bytes = png(1, (x, y) => [y < 4 ? 0 : (levels[Math.floor(x / 12)] ?? 0)]);
        const { objects, notes } = await read('masks/a.png', bytes);
        expect(objects).toHaveLength(levels.length);
        expect(notes).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('alpha', () => {
  const noise = (x: number, y: number) => [(x * 37 + y * 11) % 256, (x * 5) % 256, (y * 7) % 256];
  test.each([
    ['black on transparent', png(4, (x, y) => [0, 0, 0, isInside(x, y) ? 255 : 0])],
    ['grey on transparent', png(2, (x, y) => [0, isInside(x, y) ? 255 : 0])],
    ['a photo cut out', png(4, (x, y) => [...noise(x, y), isInside(x, y) ? 255 : 0])],
    ['with a soft rim', png(4, (x, y) => [0, 0, 0, soft(x, y)])],
  ])('%s is one object', async (_, bytes) => {
    const { objects } = await read('masks/a.png', bytes);
    expect(objects.map(({ className, mask }) => [className, maskBox(mask)])).toEqual([
      ['object', square],
    ]);
  });

  test('colours keep their classes, and what is transparent is background', async () => {
    const bytes = png(4, (x, y) => [x < 20 ? 255 : 0, 0, 128, isInside(x, y) ? 255 : 0]);
    const { objects } = await read('masks/a.png', bytes);
    expect(objects.map(({ mask }) => maskArea(mask))).toEqual([200, 200]);
  });
});

describe('a picture of very many colours', () => {
  test('is no mask where most are of a few pixels, as in a photo', async () => {
    const bytes = png(3, (x, y) => [(x * 4) % 256, (y * 6) % 256, (x * y) % 256]);
    const { objects, classes, skipped } = await read('masks/a.png', bytes);
    expect([objects, classes]).toEqual([[], []]);
    expect(skipped).toMatchObject([{ problem: { kind: 'not-a-format' } }]);
  });

  test('is one where each has an area, as numbered things have', async () => {
    const tall = { width: 60, height: 400 };
    const data = new Uint8Array(tall.width * tall.height * 3);
    for (let i = 0; i < tall.width * tall.height; i++) {
      const cell = Math.floor(i / tall.width / 5) * 6 + Math.floor((i % tall.width) / 10);
      data.set([cell & 255, 7, 1 + (cell >> 8)], 3 * i);
    }
    const bytes = Uint8Array.from(encode({ ...tall, data, channels: 3, depth: 8 }));
    const files = sourceFiles(new Map([['masks/a.png', bytes]]));
    const { photos } = await readDataset(files, [{ name: 'a.jpg', size: tall }]);
    expect(photos.flatMap(({ objects }) => objects)).toHaveLength(480);
  });
});

describe('masks that are no PNG', () => {
  function drawn(color: string): Canvas {
    const canvas = createCanvas(size.width, size.height);
    const context = canvas.getContext('2d');
    context.fillStyle = 'black';
    context.fillRect(0, 0, size.width, size.height);
    context.fillStyle = color;
    context.fillRect(8, 8, 24, 16);
    return canvas;
  }

  test.each([
    ['jpg', drawn('white').toBuffer('image/jpeg', 80)],
    ['webp', drawn('white').toBuffer('image/webp', 80)],
  ])('%s: black and white by half, which is said', async (ending, buffer) => {
    const { objects, notes } = await read(`masks/a.${ending}`, Uint8Array.from(buffer));
    expect(objects.map(({ mask }) => maskBox(mask))).toEqual([{ x0: 8, y0: 8, x1: 32, y1: 24 }]);
    expect(notes).toMatchObject([{ note: { kind: 'thresholded' } }]);
  });

  test.each([96, 120, 127, 160, 255])(
    'a mask in black and grey %i is halved at its own grey',
    async (grey) => {
      const bytes = drawn(`rgb(${grey}, ${grey}, ${grey})`).toBuffer('image/jpeg', 80);
      const { objects } = await read('masks/a.jpg', Uint8Array.from(bytes));
      expect(objects.map(({ mask }) => maskBox(mask))).toEqual([{ x0: 8, y0: 8, x1: 32, y1: 24 }]);
    },
  );

  test('nothing but one grey is no object', async () => {
    const canvas = createCanvas(size.width, size.height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#787878';
    context.fillRect(0, 0, size.width, size.height);
    const bytes = Uint8Array.from(canvas.toBuffer('image/jpeg', 80));
    expect((await read('masks/a.jpg', bytes)).skipped).toMatchObject([
      { problem: { kind: 'empty-object' } },
    ]);
  });

  test('one that is no mask, and one that no browser shows', async () => {
    const dim = createCanvas(size.width, size.height);
    const context = dim.getContext('2d');
    for (let x = 0; x < size.width; x++) {
      context.fillStyle = `rgb(${4 * x}, ${3 * x}, ${4 * x})`;
      context.fillRect(x, 0, 1, size.height);
    }
    const bytes = Uint8Array.from(dim.toBuffer('image/jpeg', 80));
    expect((await read('masks/a.jpg', bytes)).skipped).toMatchObject([
      { problem: { kind: 'not-a-format' } },
    ]);
    const tiff = Uint8Array.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
    expect((await read('masks/a.tif', tiff)).skipped).toMatchObject([
      { problem: { kind: 'not-read', format: 'TIF' } },
    ]);
  });

  test('beside photos: folders and names tell them apart, whatever all files lie in', async () => {
    const jpeg = Uint8Array.from(drawn('white').toBuffer('image/jpeg', 80));
    for (const [photoPath, maskPath] of [
      ['set-of-masks/train/a.jpg', 'set-of-masks/train_masks/a_mask.jpg'],
      ['images/a.jpg', 'masks/a.jpg'],
      ['a.jpg', 'a_mask.jpg'],
    ] as const) {
      const files = sourceFiles(new Map([photoPath, maskPath].map((path) => [path, jpeg])));
      const brought = [{ name: photoPath, size }];
      const { photos } = await readDataset(files, [], brought, () => {}, decodePicture);
      expect(
        photos.map(({ objects }) => objects.length),
        maskPath,
      ).toEqual([1]);
    }
  });
});
