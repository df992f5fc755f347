import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { measurePhoto } from '../../src/report/measure.ts';
import type { Pixels } from '../../src/report/pixels.ts';

/** How long the photo's report takes at 1024 pixels; processor time too, which other work on the machine changes less. */
const RUNS = 25;
const SIZE = { width: 1024, height: 768 };

async function samplePixels(): Promise<Pixels> {
  const image = await loadImage(join(import.meta.dirname, '../../public/samples/raccoon.jpg'));
  const context = createCanvas(SIZE.width, SIZE.height).getContext('2d');
  context.drawImage(image, 0, 0, SIZE.width, SIZE.height);
  const { data } = context.getImageData(0, 0, SIZE.width, SIZE.height);
  return { size: SIZE, rgba: new Uint8ClampedArray(data) };
}

function middleOf(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}

const pixels = await samplePixels();
const times = Array.from({ length: RUNS }, () => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  measurePhoto(pixels, pixels);
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - began, processor: (user + system) / 1000 };
});
const wall = middleOf(times.map((time) => time.wall));
const processor = middleOf(times.map((time) => time.processor));
console.log(`report at 1024 x 768: ${wall} ms, ${processor} ms of processor time (${RUNS} runs)`);
