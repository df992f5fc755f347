import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAnswers, readPrompts, unpackMask } from '../../../e2e/golden/answers.ts';
import { MODEL_KINDS } from '../../contract/model-kind.ts';
import { expandCounts, maskFromCocoCounts } from '../../formats/coco/rle.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { maskArea, maskIou } from '../../mask/measure.ts';
import type { PromptStep } from '../../prompt/prompt.ts';
import { computingOn } from '../engine/computing.ts';
import { openEngine } from '../engine/engine.ts';
import { maskOf } from '../engine/mask-of.ts';
import { readPhoto } from '../engine/photo.ts';
import { runCommand } from '../main.ts';

const SAMPLES = join(import.meta.dirname, '../../../public/samples');
const PHOTO = join(SAMPLES, 'coffee.jpg');
/** An encode on a busy machine. */
const MILLISECONDS = 120_000;
/** Golden masks are made in float32, the command's in 8-bit integers, as on a page. */
const SAME = 0.97;

const folder = mkdtempSync(join(tmpdir(), 'segment-'));
const out = join(folder, 'mask.png');
const CUDA = createRequire(import.meta.url)
  .resolve('onnxruntime-node/package.json')
  .replace('package.json', 'bin/napi-v6/linux/x64/libonnxruntime_providers_cuda.so');
const golden = readAnswers('coffee');
const prompts = readPrompts().coffee ?? {};

const said = { out: '', err: '' };
vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
  said.out += text;
  return true;
});
vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
  said.err += text;
  return true;
});
beforeEach(() => {
  said.out = '';
  said.err = '';
});
afterAll(() => rmSync(folder, { recursive: true }));

function optionsOf(step: PromptStep): string[] {
  if (step.kind === 'box') {
    const { x0, y0, x1, y1 } = step.box;
    return ['--box', `${x0},${y0},${x1},${y1}`];
  }
  return [step.label === 'include' ? '--point' : '--not', `${step.at.x},${step.at.y}`];
}

test('the engine gives the golden masks, of both models', { timeout: MILLISECONDS }, async () => {
  const photo = await readPhoto(PHOTO);
  const engine = await openEngine(computingOn('cpu', 2));
  expect(engine.setId).toBe(golden.model);
  expect(photo.size).toEqual(golden.photo);
  for (const kind of MODEL_KINDS) {
    for (const [name, prompt] of Object.entries(prompts)) {
      const mask = maskOf(await engine.ask(photo, kind, prompt), true);
      const known = unpackMask(golden.masks[kind][name] ?? '', golden.photo);
      expect(maskIou(mask, known), `${kind}, ${name}`).toBeGreaterThan(SAME);
    }
  }
});

test('the command writes the golden mask, and says the same as JSON', {
  timeout: MILLISECONDS,
}, async () => {
  const [name = '', prompt = []] = Object.entries(prompts).at(-1) ?? [];
  expect(prompt.length).toBeGreaterThan(1);
  const known = unpackMask(golden.masks.plain[name] ?? '', golden.photo);
  const args = ['--model', 'plain', '--as-is', '--json', '--out', out];
  expect(await runCommand(['segment', PHOTO, ...prompt.flatMap(optionsOf), ...args])).toBe(0);
  const { data, width, height } = decode(readFileSync(out));
  const written = maskFromBitmap(
    Uint8Array.from(data, (value) => (value === 255 ? 1 : 0)),
    { width, height },
  );
  expect(maskIou(written, known)).toBeGreaterThan(SAME);
  const { area, segmentation, photo } = JSON.parse(said.out);
  expect(photo).toBe(PHOTO);
  expect(area).toBe(maskArea(written));
  const counts = maskFromCocoCounts(expandCounts(segmentation.counts), golden.photo);
  expect(maskIou(counts, written)).toBe(1);
});

describe('what it can’t do it says', () => {
  const PROMPT = ['--point', '10,10', '--out', out];

  test.each([
    ['no command', [], 2, ''],
    ['another command', ['segmentt'], 2, 'there is no command "segmentt"'],
    ['no photo', ['segment', ...PROMPT], 2, 'PHOTO is missing'],
    ['two photos', ['segment', PHOTO, 'b.jpg', ...PROMPT], 2, 'b.jpg: only one PHOTO'],
    ['no file', ['segment', 'none.jpg', ...PROMPT], 1, 'none.jpg: no such file'],
    ['no photo in it', ['segment', import.meta.filename, ...PROMPT], 1, 'This is not a photo'],
    ['no prompt', ['segment', PHOTO, '--out', out], 2, 'a prompt is missing'],
    ['only what it is not', ['segment', PHOTO, '--not', '1,1', '--out', out], 2, '--not alone'],
    ['nowhere to write', ['segment', PHOTO, '--point', '1,1'], 2, '--out mask.png is missing'],
    ['a point outside', ['segment', PHOTO, '--point', '600,10', '--out', out], 2, '600 x 400'],
    ['a box outside', ['segment', PHOTO, '--box', '700,1,800,9', '--out', out], 2, 'outside'],
    ['a box inside out', ['segment', PHOTO, '--box', '9,9,1,1', '--out', out], 2, 'larger'],
    ['half a point', ['segment', PHOTO, '--point', '5', '--out', out], 2, '--point 5: it is x,y'],
    ['words', ['segment', PHOTO, '--point', 'a,b', '--out', out], 2, '--point a,b'],
    ['a third model', ['segment', PHOTO, '--model', 'sam', ...PROMPT], 2, '--model sam'],
    ['an unknown device', ['segment', PHOTO, '--device', 'tpu', ...PROMPT], 2, '--device tpu'],
    ['an unknown option', ['segment', PHOTO, '--pint', '1,1'], 2, "Unknown option '--pint'"],
    ['no value', ['segment', PHOTO, '--point'], 2, '--point'],
  ])('%s', async (_, args, code, message) => {
    expect(await runCommand(args)).toBe(code);
    expect(code === 2 && args.length === 0 ? said.out : said.err).toContain(message);
  });

  test.skipIf(existsSync(CUDA))('a device that is not here', async () => {
    expect(await runCommand(['segment', PHOTO, '--device', 'cuda', ...PROMPT])).toBe(1);
    expect(said.err).toContain('--device cuda: it could not be started');
  });

  test('and help is no failure', async () => {
    expect(await runCommand(['--help'])).toBe(0);
    expect(await runCommand(['segment', '--help'])).toBe(0);
    expect(said.out).toContain('--box x0,y0,x1,y1');
    expect(said.err).toBe('');
  });
});
