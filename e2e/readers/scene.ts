import { encode } from 'fast-png';
import { vocColor } from '../../src/formats/classes/colors.ts';
import type { LabelledObject, LabelReview, PhotoFigures } from '../../src/formats/dataset.ts';
import type { Dataset } from '../../src/formats/testing/arbitrary.ts';
import type { Size } from '../../src/geometry/spaces.ts';
import { maskFromBitmap } from '../../src/mask/bitmap.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { discMask } from '../../src/mask/testing/shapes.ts';

const CLASSES = ['cat', 'traffic light', 'größe'];

/** Other programs must pass over what they don't know. */
const REVIEW: LabelReview = {
  state: 'rejected',
  comment: 'cut <off>',
  by: 'Mina',
  when: Date.UTC(2026, 10, 30),
};

const FIGURES: PhotoFigures = {
  darkness: 0.81234,
  noise_sigma: 7,
  blur: 0.25,
  motion: 0.1,
  motion_degrees: 45,
  haze: 0.05,
  contrast: 0.2,
  blockiness: 1.25,
};

/** Masks that are hard to keep: holes, several parts, touching corners, borders, one pixel, noise. */
export function makeDataset(): Dataset {
  const sizes: Size[] = [
    { width: 64, height: 48 },
    { width: 37, height: 81 },
    { width: 640, height: 427 },
    { width: 50, height: 40 },
  ];
  return {
    name: 'reader test',
    classes: CLASSES.map((name, i) => ({ name, color: vocColor(i + 1) })),
    photos: sizes.map((size, i) => ({ name: `photo ${i}.png`, size })),
    labels: sizes.map((size, i) => ({
      objects: i === 3 ? [] : objectsOf(size, i),
      tags: [],
      ...(i === 1 ? { review: REVIEW } : {}),
      ...(i < 2 ? { figures: FIGURES } : {}),
    })),
  };
}

/** A grey picture of this size. */
export function greyPhoto(size: Size): Uint8Array {
  const data = new Uint8Array(size.width * size.height * 3).fill(120);
  return encode({ ...size, data, channels: 3 });
}

function objectsOf(size: Size, seed: number): LabelledObject[] {
  const { width, height } = size;
  const at = (x: number, y: number) => ({ x: width * x, y: height * y });
  const side = Math.min(width, height);
  const masks = [
    discMask(size, at(0.4, 0.45), side * 0.38, side * 0.2),
    discMask(size, at(0.8, 0.8), side * 0.15),
    discMask(size, at(0, 0.95), side * 0.3),
    onePixel(size, width - 1, 0),
    twoCorners(size),
    noise(size, seed),
  ];
  return masks.map((mask, i) => ({
    classIndex: (i + seed) % CLASSES.length,
    mask,
    score: i === 0 ? 0.75 : null,
    note: i === 1 ? 'cut <off> & "dark"' : '',
    attributes: [],
    ...(i === 2 ? { review: REVIEW } : {}),
  }));
}

function onePixel(size: Size, x: number, y: number): Mask {
  const bitmap = new Uint8Array(size.width * size.height);
  bitmap[y * size.width + x] = 1;
  return maskFromBitmap(bitmap, size);
}

/** Two squares that touch at a corner. */
function twoCorners(size: Size): Mask {
  const bitmap = new Uint8Array(size.width * size.height);
  for (const [left, top] of [
    [4, 20],
    [9, 25],
  ] as const) {
    for (let i = 0; i < 25; i++) {
      bitmap[(top + Math.floor(i / 5)) * size.width + left + (i % 5)] = 1;
    }
  }
  return maskFromBitmap(bitmap, size);
}

/** Random pixels in a corner of the photo. */
function noise(size: Size, seed: number): Mask {
  let state = seed + 1;
  const bitmap = Uint8Array.from({ length: size.width * size.height }, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const isInCorner = i % size.width > size.width - 20 && i / size.width < 12;
    return isInCorner && state >>> 31 ? 1 : 0;
  });
  return maskFromBitmap(bitmap, size);
}
