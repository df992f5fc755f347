import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readAnswers, readPrompts, unpackMask } from '../../../e2e/golden/answers.ts';
import { expandCounts, maskFromCocoCounts } from '../../formats/coco/rle.ts';
import { maskIou } from '../../mask/measure.ts';
import { runCommand } from '../main.ts';

const SAMPLES = join(import.meta.dirname, '../../../public/samples');
const BIN = join(import.meta.dirname, '../robustsam.mjs');
/** Several processes that open the model, on a busy machine. */
const MILLISECONDS = 180_000;

const folder = mkdtempSync(join(tmpdir(), 'label-'));
const photos = join(folder, 'photos');
const boxes = join(folder, 'boxes.json');
const out = join(folder, 'out');
const journal = join(out, 'journal.jsonl');
mkdirSync(join(photos, 'sub'), { recursive: true });
cpSync(join(SAMPLES, 'coffee.jpg'), join(photos, 'coffee.jpg'));
cpSync(join(SAMPLES, 'webcam-cat.jpg'), join(photos, 'sub/cat.jpg'));
cpSync(join(SAMPLES, 'coffee.jpg'), join(photos, 'third.jpg'));
writeFileSync(join(photos, 'broken.jpg'), 'no photo');
afterAll(() => rmSync(folder, { recursive: true }));

const golden = { coffee: readAnswers('coffee'), cat: readAnswers('webcam-cat') };

/** The golden prompt of a sample that is a box and nothing more, by name. */
function goldenBox(sample: string) {
  for (const [name, [step, ...others]] of Object.entries(readPrompts()[sample] ?? {})) {
    if (step?.kind === 'box' && others.length === 0) return { name, box: step.box };
  }
  throw new RangeError(`no box on ${sample}`);
}

const [onCoffee, onCat] = [goldenBox('coffee'), goldenBox('webcam-cat')];

function bboxOf({ box }: ReturnType<typeof goldenBox>): number[] {
  return [box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0];
}

writeFileSync(
  boxes,
  JSON.stringify({
    images: [
      { id: 7, file_name: 'coffee.jpg', ...golden.coffee.photo },
      { id: 9, file_name: 'sub/cat.jpg', ...golden.cat.photo },
      { file_name: 'third.jpg', id: 12, ...golden.coffee.photo },
      { id: 10, file_name: 'gone.jpg', width: 10, height: 10 },
      { id: 11, file_name: 'broken.jpg', width: 10, height: 10 },
    ],
    categories: [
      { id: 3, name: 'cup', supercategory: 'kitchen' },
      { id: 5, name: 'cat' },
    ],
    annotations: [
      { id: 100, image_id: 7, category_id: 3, bbox: bboxOf(onCoffee), score: 0.8 },
      { id: 102, image_id: 9, category_id: 5, bbox: bboxOf(onCat) },
      { id: 105, image_id: 12, category_id: 3, bbox: bboxOf(onCoffee) },
      { id: 103, image_id: 10, category_id: 5, bbox: [1, 1, 5, 5] },
      { id: 104, image_id: 11, category_id: 5, bbox: [1, 1, 5, 5] },
    ],
  }),
);

const ARGS = ['label', photos, '--boxes', boxes, '--out', out, '--jobs', '1', '--as-is', '--json'];

/** The command as a person starts it. */
function start(args: readonly string[]) {
  const child = spawn(process.execPath, [BIN, ...args]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...said })),
  );
  return { child, ended };
}

function doneLines(): string[] {
  if (!existsSync(journal)) return [];
  const lines = readFileSync(journal, 'utf8').split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(line).key);
}

async function untilDone(count: number): Promise<void> {
  while (doneLines().length < count) await setTimeout(20);
}

describe('boxes of a data set', () => {
  test('killed, then interrupted, and gone on with: nothing twice, nothing lost', {
    timeout: MILLISECONDS,
  }, async () => {
    const killed = start(ARGS);
    await untilDone(1);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(doneLines()).toEqual(['coffee.jpg']);
    const interrupted = start(ARGS);
    await untilDone(2);
    interrupted.child.kill('SIGINT');
    const stopped = await interrupted.ended;
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('1 of 2 photos were done; the same command does the rest');
    const second = await start(ARGS).ended;
    expect(doneLines()).toEqual(['coffee.jpg', 'sub/cat.jpg', 'third.jpg']);
    const summary = JSON.parse(second.out);
    expect(summary).toMatchObject({
      photos: 3,
      resumed: 2,
      objects: 3,
      failed: [],
      unmatched: ['gone.jpg'],
      skipped: ['broken.jpg: not a photo'],
    });
    // A photo that is none was asked for.
    expect(second.code).toBe(1);
    expect(second.err).toContain('not in the folder: 1 photos (gone.jpg)');
  });

  test('come out as COCO with the golden masks, and what was known of them', () => {
    const path = join(out, 'annotations/instances_default.json');
    const { images, annotations, categories } = JSON.parse(readFileSync(path, 'utf8'));
    expect(images.map(({ id, file_name }: Record<string, unknown>) => [id, file_name])).toEqual([
      [7, 'coffee.jpg'],
      [9, 'sub/cat.jpg'],
      [12, 'third.jpg'],
    ]);
    expect(categories.map(({ id, name }: Record<string, unknown>) => [id, name])).toEqual([
      [3, 'cup'],
      [5, 'cat'],
    ]);
    expect(annotations).toMatchObject([
      { id: 100, image_id: 7, category_id: 3, score: 0.8 },
      { id: 102, image_id: 9, category_id: 5 },
      { id: 105, image_id: 12, category_id: 3 },
    ]);
    const known = [
      { packed: golden.coffee.masks.robust[onCoffee.name], size: golden.coffee.photo },
      { packed: golden.cat.masks.robust[onCat.name], size: golden.cat.photo },
    ];
    for (const [i, { packed = '', size }] of known.entries()) {
      const mask = maskFromCocoCounts(expandCounts(annotations[i].segmentation.counts), size);
      expect(maskIou(mask, unpackMask(packed, size))).toBeGreaterThan(0.97);
    }
  });

  test('are done: the same command again has nothing to do', { timeout: 60_000 }, async () => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await runCommand(ARGS)).toBe(1);
    const [line] = said.mock.calls.at(-1) ?? [];
    said.mockRestore();
    expect(JSON.parse(String(line))).toMatchObject({ photos: 3, resumed: 3, objects: 3 });
  });
});

test.each([
  ['no boxes', ['label', photos, '--out', out], 2, '--boxes coco.json is missing'],
  ['no place', ['label', photos, '--boxes', boxes], 2, '--out DIR is missing'],
  ['no folder', ['label', 'none', '--boxes', boxes, '--out', out], 1, 'none: no such folder'],
  [
    'no file',
    ['label', photos, '--boxes', 'none.json', '--out', out],
    1,
    'none.json: no such file',
  ],
  ['half a shard', [...ARGS, '--shard', '3/2'], 2, '--shard 3/2'],
  ['other settings', [...ARGS, '--model', 'plain'], 1, 'another model'],
  [
    'boxes of nothing',
    ['label', photos, '--boxes', import.meta.filename, '--out', out],
    1,
    'says nothing',
  ],
])('%s: it says so', { timeout: 60_000 }, async (_, args, code, message) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await runCommand(args)).toBe(code);
  expect(said.mock.calls.map(([text]) => text).join('')).toContain(message);
  said.mockRestore();
});
