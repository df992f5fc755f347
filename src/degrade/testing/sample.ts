import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Photo } from '../photo.ts';

const SAMPLES = join(import.meta.dirname, '../../../public/samples');

/** The square in the middle of one of the samples. */
export async function middleOf(name: string, side: number): Promise<Photo> {
  const picture = await loadImage(readFileSync(join(SAMPLES, `${name}.jpg`)));
  const [left, top] = [picture.width, picture.height].map((all) => Math.floor((all - side) / 2));
  const context = createCanvas(side, side).getContext('2d');
  context.drawImage(picture, -(left ?? 0), -(top ?? 0));
  const { data } = context.getImageData(0, 0, side, side);
  return { size: { width: side, height: side }, rgba: new Uint8ClampedArray(data) };
}
