import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readAnswers, unpackMask } from '../../../e2e/golden/answers.ts';
import type { Results } from '../../evaluate/results.ts';
import { cocoCounts, compressCounts } from '../../formats/coco/rle.ts';
import { greyPng } from '../../formats/png/encode.ts';
import type { Size } from '../../geometry/spaces.ts';
import { runCommand } from '../main.ts';

const SAMPLES = join(import.meta.dirname, '../../../public/samples');
const BIN = join(import.meta.dirname, '../robustsam.mjs');
/** Processes that open the model, on a busy machine. */
const MILLISECONDS = 900_000;

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
const set = join(folder, 'set');
const out = join(folder, 'out');
for (const part of ['images/sub', 'masks/sub']) mkdirSync(join(set, part), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const golden = readAnswers('coffee');
const [name = ''] = Object.keys(golden.masks.plain);
const truth = unpackMask(golden.masks.plain[name] ?? '', golden.photo);

function png(size: Size, value: (i: number) => number): Uint8Array {
  const { width, height } = size;
  return greyPng(
    Uint8Array.from({ length: width * height }, (_, i) => value(i)),
    size,
  );
}

const [dot, flat] = [
  { width: 1, height: 1 },
  { width: 30, height: 20 },
];
writeFileSync(
  join(set, 'images/sub/dot.png'),
  png(dot, () => 90),
);
writeFileSync(
  join(set, 'masks/sub/dot.png'),
  png(dot, () => 255),
);
writeFileSync(
  join(set, 'images/flat.png'),
  png(flat, () => 128),
);
// Two objects: 1 and 2.
writeFileSync(
  join(set, 'masks/flat.png'),
  png(flat, (i) => (i % 30 < 10 ? 1 : i % 30 > 25 ? 2 : 0)),
);

const ARGS = ['evaluate', set, '--out', out, '--models', 'plain,restored_plain', '--jobs', '1'];
const FEW = ['--degradations', 'gaussian_noise', '--severities', '0.5', '--prompts', 'box'];

/** With files of at most so many KiB, as a disk that takes no more. */
function start(args: readonly string[], kilobytes: number | 'unlimited' = 'unlimited') {
  const limit = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`;
  const command = ['-c', limit, 'sh', process.execPath, BIN, ...args];
  const { status, stdout, stderr } = spawnSync('bash', command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function results(at = out): Results {
  return JSON.parse(readFileSync(join(at, 'results.json'), 'utf8'));
}

describe('photos and masks', () => {
  test('a disk that is full in the middle loses nothing: the same command does the rest', {
    timeout: MILLISECONDS,
  }, () => {
    const stopped = start([...ARGS, ...FEW], 1);
    expect(stopped.stderr).toContain('robustsam: EFBIG');
    expect(stopped.status).toBe(1);
    // Larger than every line of the journal, and smaller than the report: the disk is full when results are written.
    const cut = start([...ARGS, ...FEW], 4);
    expect(cut.stderr).toContain('robustsam: EFBIG');
    expect(cut.status).toBe(1);
    expect(existsSync(join(out, 'report.html'))).toBe(false);
    const whole = start([...ARGS, ...FEW, '--json']);
    const summary = JSON.parse(whole.stdout);
    expect(summary).toMatchObject({ photos: 2, trials: 4, failed: [], skipped: [] });
    expect(summary.resumed).toBeGreaterThan(0);
    expect(whole.status).toBe(0);
    const lines = readFileSync(join(out, 'journal.jsonl'), 'utf8').trim().split('\n');
    const keys = lines.slice(1).map((line) => JSON.parse(line).key);
    expect(new Set(keys).size).toBe(4);
  });

  test('figures come for each model, clear and degraded, also of photos that say nothing', () => {
    const { masks, photos } = results();
    expect(photos).toBe(2);
    const of = (scope: string) => masks.filter((one) => one.scope === scope);
    expect(of('clear').map(({ subject, prompt }) => [subject, prompt])).toEqual([
      ['plain', 'box'],
      ['restored_plain', 'box'],
    ]);
    expect(of('condition')).toHaveLength(2);
    for (const { iou, boundaryIou } of masks)
      for (const { mean, low, high } of [iou, boundaryIou]) {
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
      }
    expect(readFileSync(join(out, 'results.md'), 'utf8')).toContain('Restored, then plain SAM');
    const report = readFileSync(join(out, 'report.html'), 'utf8');
    expect(report).toContain('<svg');
    // Each photo, clear and degraded, is among the worst: a JPEG in the report, and beside it.
    const pictures = [...report.matchAll(/src="data:image\/jpeg;base64,([^"]+)" alt="([^"]+)"/g)];
    expect(pictures.length).toBe(4);
    expect(readdirSync(join(out, 'worst'))).toHaveLength(pictures.length);
    expect(report.match(/<a class="open" href="#case-\d+"/g)).toHaveLength(pictures.length);
    const [, jpeg = ''] = pictures.find(([, , words]) => words?.includes('flat.png')) ?? [];
    expect(Buffer.from(jpeg, 'base64').subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8));
    expect(readFileSync(join(out, 'charts/gaussian_noise-box.svg'), 'utf8')).toContain('<svg');
  });

  test('shards do their parts, and the whole takes what they did', {
    timeout: MILLISECONDS,
  }, async () => {
    const parts = join(folder, 'parts');
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const few = ['--degradations', 'none', '--prompts', 'box', '--models', 'plain', '--json'];
    const args = ['evaluate', set, '--out', parts, '--jobs', '1', ...few];
    for (const shard of ['1/2', '2/2']) await runCommand([...args, '--shard', shard]);
    const shards = said.mock.calls.map(([line]) => JSON.parse(String(line)).photos);
    expect(shards.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await runCommand(args)).toBe(0);
    const [line] = said.mock.calls.at(-1) ?? [];
    said.mockRestore();
    expect(JSON.parse(String(line))).toMatchObject({ photos: 2, trials: 2, resumed: 2 });
    const own = results().masks.find((one) => one.scope === 'clear' && one.subject === 'plain');
    const shared = results(parts).masks.find(({ scope }) => scope === 'clear');
    expect(shared?.iou).toEqual(own?.iou);
  });
});

test('a data set beside its photos is the truth, and what does not fit it is told', {
  timeout: MILLISECONDS,
}, async () => {
  const labelled = join(folder, 'labelled');
  mkdirSync(join(labelled, 'annotations'), { recursive: true });
  cpSync(join(SAMPLES, 'coffee.jpg'), join(labelled, 'coffee.jpg'));
  cpSync(join(SAMPLES, 'webcam-cat.jpg'), join(labelled, 'cat.jpg'));
  const { width, height } = golden.photo;
  const segmentation = { size: [height, width], counts: compressCounts(cocoCounts(truth)) };
  const coco = {
    images: [
      { id: 1, file_name: 'coffee.jpg', width, height },
      { id: 2, file_name: 'cat.jpg', width: 11, height: 7 },
    ],
    categories: [{ id: 1, name: 'cup' }],
    annotations: [1, 2].map((id) => ({
      id,
      image_id: id,
      category_id: 1,
      iscrowd: 0,
      bbox: [0, 0, 5, 5],
      ...(id === 1 ? { segmentation } : { segmentation: [[0, 0, 5, 0, 5, 5]] }),
    })),
  };
  writeFileSync(join(labelled, 'annotations/instances.json'), JSON.stringify(coco));
  const place = join(folder, 'labelled-out');
  const asked = ['--degradations', 'none', '--prompts', 'centre', '--models', 'plain'];
  const { status, stdout, stderr } = start([
    'evaluate',
    labelled,
    '--out',
    place,
    ...asked,
    '--jobs',
    '1',
    '--json',
  ]);
  expect(stderr).toMatch(/left out: .*made for 11 × 7, but the photo is 600 × 400/);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ photos: 1, trials: 1 });
  const [clear] = results(place).masks;
  expect(clear).toMatchObject({ prompt: 'centre', subject: 'plain', photos: 1, gain: null });
});

test('a mask of another size, or without an object, is a problem of its photo, said once', {
  timeout: MILLISECONDS,
}, () => {
  const bad = join(folder, 'bad');
  for (const part of ['images', 'masks']) mkdirSync(join(bad, part), { recursive: true });
  for (const photo of ['a', 'b', 'c'])
    writeFileSync(
      join(bad, `images/${photo}.png`),
      png(flat, (i) => i % 256),
    );
  writeFileSync(
    join(bad, 'masks/a.png'),
    png(dot, () => 255),
  );
  writeFileSync(
    join(bad, 'masks/b.png'),
    png(flat, () => 0),
  );
  const { status, stderr } = start(['evaluate', bad, '--out', join(folder, 'bad-out'), ...FEW]);
  expect(status).toBe(1);
  expect(stderr).toContain('left out: c.png: no mask of this name');
  expect(stderr).toContain('nothing could be asked');
  expect(stderr.match(/a\.png: has 1 x 1 pixels, its photo 30 x 20/g)).toHaveLength(1);
  expect(stderr.match(/b\.png: all black, no object is in it/g)).toHaveLength(1);
});

test.runIf(process.getuid?.() === 0)('a folder that may not be read is refused in words', () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  // As somebody who may not: root reads everything.
  const asNobody = spawnSync(process.execPath, [BIN, 'evaluate', closed, '--out', '/tmp/none'], {
    encoding: 'utf8',
    uid: 65534,
    gid: 65534,
  });
  expect(asNobody.stderr).toMatch(/^robustsam: .*closed: permission to read it is missing/m);
  expect(asNobody.status).toBe(1);
});

test.each([
  ['no folder', ['evaluate', 'none', '--out', out], 1, 'none: no such folder'],
  ['a file', ['evaluate', BIN, '--out', out], 1, 'robustsam.mjs: not a folder'],
  ['no place', ['evaluate', set], 2, '--out DIR is missing'],
  ['no truth', ['evaluate', join(set, 'images'), '--out', out], 2, '--truth is missing'],
  ['truth that is gone', [...ARGS, '--truth', 'gone'], 1, 'gone: no such file or folder'],
  ['an unknown degradation', [...ARGS, '--degradations', 'fog,mist'], 2, '--degradations mist'],
  ['a severity beyond', [...ARGS, '--severities', '0.5,2'], 2, '--severities 0.5,2'],
  ['an unknown prompt', [...ARGS, '--prompts', 'text'], 2, '--prompts text'],
  ['8 bits on a GPU', [...ARGS, '--device', 'cuda', '--precision', 'int8'], 2, 'for the CPU'],
  ['other settings', [...ARGS, '--prompts', 'box'], 1, 'another degradations'],
])('%s: it says so', { timeout: 60_000 }, async (_, args, code, message) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await runCommand(args)).toBe(code);
  expect(said.mock.calls.map(([text]) => text).join('')).toContain(message);
  said.mockRestore();
});
