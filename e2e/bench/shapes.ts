import { createCanvas, loadImage } from '@napi-rs/canvas';
import { listSamples, samplePath } from '../golden/samples.ts';
import type { Contestant } from './rounds.ts';
import { medianRatio, type Summary, summarise } from './statistics.ts';

/** Milliseconds to encode a degraded photo of that shape, and the app's time over the peer's, which pads each to a square. */
export interface ShapeReport {
  readonly app: Summary;
  readonly peer: Summary;
  readonly ratio: number;
}

export type Shapes = Readonly<Record<string, ShapeReport>>;

const ROUNDS = 4;
const WIDTH = 960;
const HEIGHTS = { '1:1': 960, '4:3': 720, '3:2': 640, '16:9': 540 } as const;

/** RobustSAM sees a photo that is not clear in the photo's own shape. */
export async function measureShapes(app: Contestant, peer: Contestant): Promise<Shapes> {
  const photo = await loadImage(degradedPhoto());
  const found: Record<string, ShapeReport> = {};
  for (const [shape, height] of Object.entries(HEIGHTS)) {
    const times = { app: [] as number[], peer: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      const jpeg = cut(photo, height, round);
      const sides = [app, peer];
      if (round % 2 === 1) sides.reverse();
      for (const { subject, page } of sides) {
        await page.bringToFront();
        times[subject.name].push(await subject.encodeFile(page, jpeg));
      }
    }
    found[shape] = {
      app: summarise(times.app),
      peer: summarise(times.peer),
      ratio: medianRatio(times.app, times.peer),
    };
  }
  return found;
}

function degradedPhoto(): string {
  const sample = listSamples().find(({ id }) => id === 'raccoon-rain');
  if (!sample) throw new Error('the rainy sample is gone');
  return samplePath(sample);
}

/** From another place each round: neither side has seen the file before. */
function cut(photo: Awaited<ReturnType<typeof loadImage>>, height: number, round: number): Buffer {
  const canvas = createCanvas(WIDTH, height);
  const scale = Math.max(WIDTH / photo.width, height / photo.height) * 1.05;
  const [width, tall] = [photo.width * scale, photo.height * scale];
  canvas.getContext('2d').drawImage(photo, -round, -round, width, tall);
  return canvas.toBuffer('image/jpeg', 90);
}
