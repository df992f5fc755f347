import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../src/contract/contract.ts';
import { EVERYTHING_DEFAULTS, type EverythingOptions } from '../../src/engine/everything.ts';
import type { PointFeeds } from '../../src/engine/worker/feeds.ts';
import { referenceEverything } from '../../src/engine/worker/testing/reference-everything.ts';
import type { ImageBox, Size } from '../../src/geometry/spaces.ts';
import { maskFromBitmap } from '../../src/mask/bitmap.ts';
import { packMask } from './answers.ts';
import type { ReferenceModel } from './model.ts';
import { readModelImage } from './model-image.ts';

/** What the plain form of SAM's automatic mask generator finds natively on one sample, best first. */
export interface GoldenEverything {
  readonly photo: Size;
  readonly masks: readonly {
    /** As in the golden answers. */
    readonly packed: string;
    readonly predictedIou: number;
    readonly stability: number;
  }[];
}

export const EVERYTHING_SAMPLE = { id: 'coffee', title: 'Coffee' } as const;

/** Few points, so a browser is through in half a minute; the crops go the whole way of their pixels. */
export const EVERYTHING_OPTIONS = {
  ...EVERYTHING_DEFAULTS,
  pointsPerSide: 6,
  cropLayers: 1,
  cropPointsDivisor: 3,
  leastArea: 100,
} as const satisfies EverythingOptions;

const PATH = join(import.meta.dirname, 'everything.golden.json');
const PHOTO = join(import.meta.dirname, '../../public/samples', `${EVERYTHING_SAMPLE.id}.jpg`);

/** By plain SAM, which SAM's thresholds are made for. */
export async function everythingOnSample(model: ReferenceModel): Promise<GoldenEverything> {
  const { photo } = await readModelImage(PHOTO);
  const found = await referenceEverything(photo, EVERYTHING_OPTIONS, async (crop: ImageBox) => {
    const { image, isClear } = await readModelImage(PHOTO, crop);
    const embedding = await model.encode(image, isClear);
    const ask = (x: number, y: number) => model.ask('plain', embedding, pointAt(x, y), null);
    return { input: image.size, ask };
  });
  const masks = found.map(({ bitmap, predictedIou, stability }) => {
    const packed = packMask(maskFromBitmap(bitmap, photo));
    return { packed, predictedIou, stability };
  });
  return { photo, masks };
}

/** As SAM gives a point alone to its decoder. */
function pointAt(x: number, y: number): PointFeeds {
  const { include, padding } = contract.labels;
  const coords = Float32Array.of(x, y, 0, 0);
  return { count: 2, coords, labels: Float32Array.of(include, padding) };
}

export function readEverything(): GoldenEverything {
  return JSON.parse(readFileSync(PATH, 'utf8'));
}

export function writeEverything(golden: GoldenEverything): void {
  writeFileSync(PATH, `${JSON.stringify(golden, null, 2)}\n`);
}
