import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MODEL_KINDS } from '../../src/contract/model-kind.ts';
import { expandCounts } from '../../src/formats/coco/rle.ts';
import type { Size } from '../../src/geometry/spaces.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { maskIou } from '../../src/mask/measure.ts';
// Brings the command's own pictures into this process.
import '../../src/node/engine/photo.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { EVERYTHING_OPTIONS, EVERYTHING_SAMPLE, readEverything } from '../golden/everything.ts';
import { listSamples, samplePath } from '../golden/samples.ts';
import { expect, test } from '../pages/test.ts';

const SRC = join(import.meta.dirname, '../../src');
const FIXTURES = join(SRC, 'photo/fixtures');

/** Asked in a process of its own: these tests are compiled for pages, and the engine for workers. */
async function answersOf(questions: object): Promise<Record<'prompts' | 'everything', string[]>> {
  const script = join(SRC, 'node/testing/answer-all.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script]);
  child.stderr.pipe(process.stderr);
  child.stdin.end(JSON.stringify(questions));
  return JSON.parse(await text(child.stdout));
}

function maskFrom(compressed: string, size: Size): Mask {
  return { size, runs: Uint32Array.from(expandCounts(compressed)) };
}

test('the command gives the golden masks of every sample, prompted and of everything', async () => {
  // A native encode of every sample for each model, and everything on one of them.
  test.setTimeout(900_000);
  const prompts = readPrompts();
  // Model by model, since only one encoder is open at a time.
  const asked = MODEL_KINDS.flatMap((model) =>
    listSamples().flatMap((sample) =>
      Object.entries(prompts[sample.id] ?? {}).map(([name, prompt]) => {
        return { id: sample.id, path: samplePath(sample), model, name, prompt };
      }),
    ),
  );
  expect(asked).toHaveLength(96);
  const path = join(SRC, '../public/samples', `${EVERYTHING_SAMPLE.id}.jpg`);
  const everything = { path, model: 'plain', options: EVERYTHING_OPTIONS };
  const answers = await answersOf({ prompts: asked, everything });
  for (const [i, { id, model, name }] of asked.entries()) {
    const { masks, photo } = readAnswers(id);
    const known = unpackMask(masks[model][name] ?? '', photo);
    const iou = maskIou(maskFrom(answers.prompts[i] ?? '', photo), known);
    expect(iou, `${id}, ${model}, ${name}`).toBeGreaterThan(0.97);
  }
  const { masks, photo } = readEverything();
  const found = answers.everything.map((mask) => maskFrom(mask, photo));
  expect(found).toHaveLength(masks.length);
  for (const { packed } of masks) {
    const known = unpackMask(packed, photo);
    expect(Math.max(...found.map((mask) => maskIou(mask, known)))).toBeGreaterThan(0.97);
  }
});

/** Decodes by what is there: the browser's own in the page, Skia in Node. */
async function decodedHash(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const options = { imageOrientation: 'from-image' } as const;
  const bitmap = await createImageBitmap(new Blob([bytes]), options);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D;
  context.fillStyle = 'white';
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return `${bitmap.width} x ${bitmap.height} ${[...hash].join(' ')}`;
}

test('the command reads the pixels that the page reads, of JPEG and PNG', async ({ page }) => {
  await page.goto('/');
  const fixtures = readdirSync(FIXTURES).filter((name) => /\.(jpg|png)$/.test(name));
  const paths = [...listSamples().map(samplePath), ...fixtures.map((name) => join(FIXTURES, name))];
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const base64 = readFileSync(path, 'base64');
    const [here, inPage] = [await decodedHash(base64), await page.evaluate(decodedHash, base64)];
    expect.soft(here, path).toBe(inPage);
  }
});
