import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { ImageBox, ImagePoint, Size } from '../../src/geometry/spaces.ts';
import { maskFromBitmap } from '../../src/mask/bitmap.ts';
import type { Mask } from '../../src/mask/mask.ts';

/** A drawn photo with objects whose pixels are known: a red ball and a blue plate on a meadow. */
export interface Scene {
  readonly size: Size;
  readonly ball: { readonly centre: ImagePoint; readonly radius: number };
  readonly plate: ImageBox;
}

/** Not square and not symmetric, so a swapped axis or a wrong turn shows. */
export const SCENE: Scene = {
  size: { width: 900, height: 600 },
  ball: { centre: { x: 600, y: 220 }, radius: 120 },
  plate: { x0: 100, y0: 350, x1: 300, y1: 500 },
};

export function scaleScene({ size, ball, plate }: Scene, by: number): Scene {
  return {
    size: { width: size.width * by, height: size.height * by },
    ball: {
      centre: { x: ball.centre.x * by, y: ball.centre.y * by },
      radius: ball.radius * by,
    },
    plate: { x0: plate.x0 * by, y0: plate.y0 * by, x1: plate.x1 * by, y1: plate.y1 * by },
  };
}

export function drawScene({ size, ball, plate }: Scene): Canvas {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  const meadow = context.createLinearGradient(0, 0, size.width, size.height);
  meadow.addColorStop(0, '#7a8a6a');
  meadow.addColorStop(1, '#b9c4a0');
  context.fillStyle = meadow;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = '#c8321e';
  context.beginPath();
  context.arc(ball.centre.x, ball.centre.y, ball.radius, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#2040a0';
  context.fillRect(plate.x0, plate.y0, plate.x1 - plate.x0, plate.y1 - plate.y0);
  return canvas;
}

/** The pixels of the ball: those whose centre lies in the circle. */
export function ballMask({ size, ball }: Scene): Mask {
  const bitmap = new Uint8Array(size.width * size.height);
  for (let i = 0; i < bitmap.length; i++) {
    const x = (i % size.width) + 0.5 - ball.centre.x;
    const y = Math.floor(i / size.width) + 0.5 - ball.centre.y;
    bitmap[i] = Math.hypot(x, y) < ball.radius ? 1 : 0;
  }
  return maskFromBitmap(bitmap, size);
}
