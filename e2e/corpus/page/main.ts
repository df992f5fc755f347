import '../../../src/security/trusted-scripts.ts';
import type { Size } from '../../../src/geometry/spaces.ts';
import { createPhotoLoader } from '../../../src/photo/client.ts';
import { describePhotoProblem } from '../../../src/photo/describe.ts';
import { startPhotoWorker } from '../../../src/photo/start-worker.ts';
import { loadRestOfWords } from '../../../src/words/words.ts';

/** What one file gave; sizes are null where there is no picture. */
export interface Comparison {
  /** By the header, before decoding. */
  readonly listed: Size | null;
  readonly ours: Size | null;
  /** The browser's own. */
  readonly theirs: Size | null;
  /** Why we refuse it. */
  readonly problem: string | null;
  /** Mean difference of a channel, 0 to 255; null where there is nothing to compare. */
  readonly difference: number | null;
  readonly milliseconds: number;
}

declare global {
  interface Window {
    compare: (url: string) => Promise<Comparison>;
  }
}

const photos = createPhotoLoader(startPhotoWorker);
const words = loadRestOfWords();

window.compare = async (url) => {
  await words;
  const file = await (await fetch(url)).blob();
  const probed = await photos.probe(file);
  const start = performance.now();
  const read = await photos.picture(file);
  const milliseconds = performance.now() - start;
  const theirs = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  const ours = read.ok ? read.picture : null;
  const comparison = {
    listed: probed.ok ? probed.facts.size : null,
    ours: ours && sizeOf(ours),
    theirs: theirs && sizeOf(theirs),
    problem: read.ok ? null : describePhotoProblem(read.problem),
    difference: ours && theirs ? differenceOf(ours, theirs) : null,
    milliseconds,
  };
  ours?.close();
  theirs?.close();
  return comparison;
};

function sizeOf({ width, height }: ImageBitmap): Size {
  return { width, height };
}

function differenceOf(one: ImageBitmap, other: ImageBitmap): number | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  const [a, b] = [pixelsOf(one), pixelsOf(other)];
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += Math.abs((a[i] as number) - (b[i] as number));
  return sum / ((a.length / 4) * 3);
}

/** Opaque, on white. */
function pixelsOf(picture: ImageBitmap): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no memory for a canvas');
  context.fillStyle = 'white';
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height).data;
}
