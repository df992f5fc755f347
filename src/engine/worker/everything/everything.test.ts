import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../contract/contract.ts';
import { inputSizeOf } from '../../../geometry/input.ts';
import type { ImageBox, Size } from '../../../geometry/spaces.ts';
import { maskFromBitmap } from '../../../mask/bitmap.ts';
import { maskBox, maskIou } from '../../../mask/measure.ts';
import type { Manifest } from '../../../models/manifest.ts';
import type { ModelImage } from '../../../photo/protocol.ts';
import { createResizer } from '../../../photo/worker/resize.ts';
import {
  EVERYTHING_DEFAULTS,
  type EverythingOptions,
  type EverythingStep,
  type FoundMask,
  runEverything,
} from '../../everything.ts';
import { type Answer, createDecoder } from '../decoder.ts';
import { createTensorLoader, type Embedding } from '../embedding.ts';
import { encodePhoto } from '../encoder.ts';
import { setFiles } from '../manifest.ts';
import { openSessions } from '../sessions.ts';
import { readGraphs } from '../set-graphs.ts';
import { type ReferenceMask, referenceEverything } from '../testing/reference-everything.ts';
import { viewFor } from '../views.ts';
import { startEverything } from './run.ts';

/**
 * The app's way against the plain one, on the model that ships, on one thread of the CPU. The photo
 * shows a disc, a ring, two plates and a few dots on a grained ground; it is neither square nor even.
 */
const PHOTO: Size = { width: 301, height: 214 };
const WHOLE: ImageBox = { x0: 0, y0: 0, x1: PHOTO.width, y1: PHOTO.height };
const START_MILLISECONDS = 480_000;
const COMPARE_MILLISECONDS = 60_000;
const OPTIONS: EverythingOptions = {
  ...EVERYTHING_DEFAULTS,
  pointsPerSide: 6,
  cropLayers: 1,
  cropPointsDivisor: 3,
  predictedIou: 0.6,
  stability: 0.8,
};

const runtime = { ort, provider: 'wasm' } as const;
const manifest: Manifest = JSON.parse(readModel('manifest.json').toString());
const files = setFiles(manifest, 'fp32');
const embeddings = new Map<string, Promise<Embedding>>();
const answers = new Map<string, Promise<Answer>>();
let encode: (crop: ImageBox) => Promise<Embedding>;
let ask: (embedding: Embedding, x: number, y: number) => Promise<Answer>;

beforeAll(async () => {
  const binary = createRequire(import.meta.url).resolve(
    'onnxruntime-web/ort-wasm-simd-threaded.wasm',
  );
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = readFileSync(binary);
  const graphs = await readGraphs(files, async (name) => readModel(name));
  const sessions = await openSessions(runtime, graphs);
  const decoder = createDecoder(runtime, sessions, {
    load: createTensorLoader(runtime).load,
    isOfficial: false,
  });
  // Both ways look at the same crops and points: each is computed once.
  encode = once(embeddings, boxKey, (crop) => {
    const { width, height } = sizeOf(crop);
    const photoSize = { width, height };
    const place = { view: viewFor(sessions.views, 'robust', false), key: boxKey(crop) };
    return encodePhoto(runtime, sessions, place, { photoSize, image: modelImage(crop) });
  });
  ask = (embedding, x, y) =>
    once(answers, String, () =>
      decoder.answerOnce(embedding, 'robust', [
        { kind: 'point', at: { x, y }, label: 'include', candidate: null },
      ]),
    )(`${embedding.key} ${x.toFixed(3)} ${y.toFixed(3)}`);
  await Promise.all([findAll(OPTIONS), reference(OPTIONS)]);
}, START_MILLISECONDS);

describe.each([
  ['without cleaning', OPTIONS],
  ['without crops', { ...OPTIONS, cropLayers: 0 }],
  ['with small regions removed', { ...OPTIONS, leastArea: 150 }],
  ['with all that the model thinks little of', { ...OPTIONS, predictedIou: 0, stability: 0.6 }],
])('%s', (_, options) => {
  test('the same masks are found in the same order', {
    timeout: COMPARE_MILLISECONDS,
  }, async () => {
    const [found, expected] = [await findAll(options), await reference(options)];
    expect(found.map(facts)).toEqual(expected.map(facts));
    expect(found.length).toBeGreaterThan(2);
    for (const [i, { mask, predictedIou, stability }] of found.entries()) {
      const other = expected[i] as ReferenceMask;
      expect(maskIou(mask, maskFromBitmap(other.bitmap, PHOTO))).toBeGreaterThan(0.999);
      expect(boxOf(mask)).toEqual(other.box);
      expect(predictedIou).toBe(other.predictedIou);
      expect(stability).toBeCloseTo(other.stability, 3);
    }
  });
});

test('a step does a part of it, counts points, and waits for the crop it names', async () => {
  const run = begin(OPTIONS);
  const photo = await encode(WHOLE);
  const steps: EverythingStep[] = [];
  do steps.push(await run.step(photo, null));
  while (steps.at(-1)?.kind === 'working');
  expect(steps.at(-1)).toMatchObject({
    kind: 'needs-crop',
    box: { x0: 0, y0: 0 },
    progress: { done: 36, total: 36 + 4 * 4 },
  });
  expect(await run.step(photo, null)).toMatchObject({ kind: 'needs-crop' });
});

function begin(options: EverythingOptions) {
  const request = { photoId: '', photoSize: PHOTO, model: 'robust', options } as const;
  return startEverything(request, {
    encode: ({ box }) => encode(box),
    decode: (embedding, [step]) => {
      if (step?.kind !== 'point') throw new Error('asked with something else than a point');
      return ask(embedding, step.at.x, step.at.y);
    },
  });
}

async function findAll(options: EverythingOptions): Promise<readonly FoundMask[]> {
  const run = begin(options);
  const request = { photoId: '', photoSize: PHOTO, model: 'robust', options } as const;
  const outcome = await runEverything(new AbortController().signal, request, {
    step: async ({ crop }) => ({ ok: true, value: await run.step(await encode(WHOLE), crop) }),
    readCrop: async (box) => modelImage(box),
    onProgress: () => {},
  });
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}

function reference(options: EverythingOptions): Promise<ReferenceMask[]> {
  return referenceEverything(PHOTO, options, async (crop) => {
    const embedding = await encode(crop);
    const { photo, input } = embedding;
    return {
      input,
      ask: (x, y) =>
        ask(
          embedding,
          ((x + 0.5) * photo.width) / input.width,
          ((y + 0.5) * photo.height) / input.height,
        ),
    };
  });
}

function facts({ token, crop }: { readonly token: number; readonly crop: ImageBox }) {
  return { token, crop };
}

function boxOf(mask: FoundMask['mask']): number[] {
  const { x0, y0, x1, y1 } = maskBox(mask) as ImageBox;
  return [x0, y0, x1 - 1, y1 - 1];
}

function once<Key, Value>(
  kept: Map<string, Promise<Value>>,
  name: (key: Key) => string,
  make: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  return (key) => {
    const value = kept.get(name(key)) ?? make(key);
    kept.set(name(key), value);
    return value;
  };
}

function boxKey({ x0, y0, x1, y1 }: ImageBox): string {
  return `${x0} ${y0} ${x1} ${y1}`;
}

function sizeOf({ x0, y0, x1, y1 }: ImageBox): Size {
  return { width: x1 - x0, height: y1 - y0 };
}

function modelImage(crop: ImageBox): ModelImage {
  const from = sizeOf(crop);
  const size = inputSizeOf(from, contract.image.size);
  const resizer = createResizer(from, size);
  for (let y = crop.y0; y < crop.y1; y++) {
    const row = Array.from({ length: from.width }, (_, i) => colorAt(crop.x0 + i, y));
    resizer.push(Uint8Array.from(row.flatMap(([r, g, b]) => [r, g, b, 255])));
  }
  return { size, rgb: resizer.finish() };
}

function colorAt(x: number, y: number): readonly [number, number, number] {
  const grain = ((x * 7919 + y * 104729) % 13) - 6;
  const [r, g, b] = shapeAt(x, y);
  return [r + grain, g + grain, b + grain];
}

function shapeAt(x: number, y: number): readonly [number, number, number] {
  const from = (cx: number, cy: number) => Math.hypot(x - cx, y - cy);
  if (from(70, 60) < 36) return [200, 60, 40];
  if (from(215, 75) < 44 && from(215, 75) > 20) return [230, 210, 90];
  if (x > 40 && x < 120 && y > 130 && y < 180) return [50, 80, 180];
  if (x > 180 && x < 290 && y > 150 && y < 200) return [240, 240, 235];
  if (from(150, 110) < 7 || from(265, 20) < 6 || from(20, 195) < 5) return [20, 20, 20];
  return [110, 130, 95];
}

function readModel(name: string): Buffer {
  return readFileSync(new URL(`../../../../public/models/${name}`, import.meta.url));
}
