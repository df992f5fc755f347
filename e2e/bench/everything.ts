import { basename } from 'node:path';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import {
  EVERYTHING_DEFAULTS,
  type EverythingOptions,
  type FoundMask,
  THRESHOLDS,
} from '../../src/engine/everything.ts';
import { coverageOf } from '../../src/engine/worker/coverage.ts';
import type { Embedding, ImageTensorName } from '../../src/engine/worker/embedding.ts';
import { keptBoxes, pixelBox } from '../../src/engine/worker/everything/nms.ts';
import { type EverythingRun, startEverything } from '../../src/engine/worker/everything/run.ts';
import { pointFeeds } from '../../src/engine/worker/feeds.ts';
import { toHalves } from '../../src/engine/worker/halves.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { type Embedding as NativeEmbedding, openReferenceModel } from '../golden/model.ts';
import { readModelImage } from '../golden/model-image.ts';
import { listSamples, samplePath } from '../golden/samples.ts';

/**
 * What everything mode finds when it asks a share of the grid, beside what the whole grid finds, and in
 * how much of its time, natively:
 *   npm run bench:everything [-- robust|plain PHOTO ...]
 */
const [kind = 'robust', ...files] = process.argv.slice(2);
if (kind !== 'robust' && kind !== 'plain') throw new Error(`no model is called ${kind}`);
const photos = files.length > 0 ? files : listSamples().map(samplePath);
/** IoU from which on two masks are the same. */
const SAME = 0.75;

interface Row {
  readonly photo: string;
  readonly whole: number;
  readonly share: number;
  /** Masks of the whole grid that are found again, and those that several of its points give. */
  readonly again: number;
  readonly sure: number;
  readonly sureAgain: number;
  readonly milliseconds: { readonly whole: number; readonly share: number };
}

const model = await openReferenceModel();
const rows: Row[] = [];
for (const path of photos) {
  const row = await compare(path, kind);
  rows.push(row);
  console.log(rowWords(row));
}
console.log(rowWords(sumOf(rows)));

async function compare(path: string, asked: ModelKind): Promise<Row> {
  const options = { ...EVERYTHING_DEFAULTS, ...THRESHOLDS[asked] };
  const { image, photo, isClear } = await readModelImage(path);
  const native = await model.encode(image, isClear);
  const embedding: Embedding = {
    key: path,
    tensors: tensorsOf(native.tensors),
    photo,
    input: image.size,
  };
  const find = (changed: Partial<EverythingOptions>) =>
    timed(async () => {
      const request = {
        photoId: path,
        photoSize: photo,
        model: asked,
        options: { ...options, ...changed },
      };
      const run = startEverything(request, {
        encode: () => Promise.reject(new RangeError('no crop was asked for')),
        async decode(_, prompt) {
          const startedAt = performance.now();
          const points = pointFeeds(prompt, photo, image.size);
          const { logits, predictedIou } = await model.ask(asked, native, points, null);
          const coverage = coverageOf(logits, image.size);
          const milliseconds = performance.now() - startedAt;
          const traits = { singleOnly: false, hasChequer: true };
          return { logits, predictedIou, coverage, milliseconds, ...traits };
        },
      });
      return untilFinished(run, embedding);
    });
  // Boxes can't overlap by more than 1: nothing is taken for a duplicate.
  const all = await find({ pointShare: 1, boxOverlap: 1 });
  const some = await find({});
  const whole = withoutDuplicates(all.found, options.boxOverlap);
  const isAgain = (one: FoundMask) => some.found.some((other) => isSame(one, other));
  const sure = whole.filter((one) => all.found.filter((other) => isSame(one, other)).length > 1);
  return {
    photo: basename(path),
    whole: whole.length,
    share: some.found.length,
    again: whole.filter(isAgain).length,
    sure: sure.length,
    sureAgain: sure.filter(isAgain).length,
    milliseconds: { whole: all.milliseconds, share: some.milliseconds },
  };
}

async function untilFinished(
  run: EverythingRun,
  embedding: Embedding,
): Promise<readonly FoundMask[]> {
  for (;;) {
    const step = await run.step(embedding, null);
    if (step.kind === 'finished') return step.masks;
  }
}

function tensorsOf(native: NativeEmbedding['tensors']): Embedding['tensors'] {
  return new Map(
    Object.entries(native).map(([name, { data, dims }]) => [
      name as ImageTensorName,
      { halves: toHalves(data as Float32Array), shape: dims },
    ]),
  );
}

async function timed(find: () => Promise<readonly FoundMask[]>) {
  const startedAt = performance.now();
  const found = await find();
  return { found, milliseconds: performance.now() - startedAt };
}

function withoutDuplicates(found: readonly FoundMask[], overlap: number): FoundMask[] {
  const boxes = found.map(({ mask }) => pixelBox(mask));
  const scores = found.map(({ predictedIou }) => predictedIou);
  return keptBoxes(boxes, scores, overlap).flatMap((i) => found[i] ?? []);
}

function isSame({ mask }: FoundMask, other: FoundMask): boolean {
  return maskIou(mask, other.mask) >= SAME;
}

function sumOf(all: readonly Row[]): Row {
  const sum = (of: (row: Row) => number) => all.reduce((total, row) => total + of(row), 0);
  return {
    photo: `${all.length} photos`,
    whole: sum(({ whole }) => whole),
    share: sum(({ share }) => share),
    again: sum(({ again }) => again),
    sure: sum(({ sure }) => sure),
    sureAgain: sum(({ sureAgain }) => sureAgain),
    milliseconds: {
      whole: sum(({ milliseconds }) => milliseconds.whole),
      share: sum(({ milliseconds }) => milliseconds.share),
    },
  };
}

function rowWords({ photo, whole, share, again, sure, sureAgain, milliseconds }: Row): string {
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
  return [
    `${photo}: ${whole} masks in ${seconds(milliseconds.whole)}, ${share} in ${seconds(milliseconds.share)}`,
    `${(milliseconds.share / milliseconds.whole).toFixed(3)} of the time`,
    `${again} of ${whole} again, ${sureAgain} of the ${sure} that several points give`,
  ].join('; ');
}
