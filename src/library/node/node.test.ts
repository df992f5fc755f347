import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, StartProgress } from '../index.ts';
import { maskArea, maskIou } from '../index.ts';
import { openEngine } from './node.ts';

const PUBLIC = join(import.meta.dirname, '../../../public');
const COFFEE = join(PUBLIC, 'samples/coffee.jpg');
const CLICK = { points: [{ x: 360, y: 290 }] };

let server: Server;
let models: string;
let engine: Engine;
const progress: StartProgress[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    createReadStream(join(PUBLIC, request.url ?? ''))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  models = `http://127.0.0.1:${port}/models`;
  engine = await openEngine({ modelUrl: models, onProgress: (one) => progress.push(one) });
});

afterAll(async () => {
  await engine.close();
  server.close();
});

test('model files come from a server, with progress', () => {
  expect(engine).toMatchObject({ backend: 'native', models: ['robust', 'plain'] });
  const last = progress.at(-1);
  expect(last?.phase === 'loading' && last.loadedBytes === last.totalBytes).toBe(true);
  expect(progress.length).toBeGreaterThan(10);
});

test('a path, a URL, bytes and pixels are the same photo', async () => {
  const bytes = await readFile(COFFEE);
  const picture = await loadImage(bytes);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const pixels = canvas.getContext('2d').getImageData(0, 0, picture.width, picture.height);
  const sources = [COFFEE, pathToFileURL(COFFEE), new Blob([bytes]), bytes, pixels];
  const masks = [];
  for (const source of sources) {
    const photo = await engine.encode(source);
    expect(photo.size).toEqual({ width: 600, height: 400 });
    expect(photo.report.darkness).toBeGreaterThan(0);
    masks.push((await photo.decode(CLICK)).mask);
  }
  for (const mask of masks) expect(mask).toEqual(masks[0]);
});

test('other candidates of a click can be asked for', async () => {
  const photo = await engine.encode(COFFEE);
  const best = await photo.decode(CLICK);
  const areas = new Set([maskArea(best.untidied)]);
  for (const { token } of best.candidates) {
    const other = await photo.decode({ ...CLICK, candidate: token });
    expect(other.token).toBe(token);
    areas.add(maskArea(other.untidied));
  }
  expect(areas.size).toBe(best.candidates.length);
});

test('a photo of long ago is encoded again, and plain SAM answers otherwise', async () => {
  const photo = await engine.encode(COFFEE, { model: 'plain' });
  const { mask } = await photo.decode(CLICK);
  const robust = await (await engine.encode(COFFEE)).decode(CLICK);
  expect(maskIou(mask, robust.mask)).toBeLessThan(1);
  expect((await photo.decode(CLICK)).mask).toEqual(mask);
});

test('everything is found, and can be ended', async () => {
  const photo = await engine.encode(COFFEE, { model: 'plain' });
  let heard = 0;
  const options = { pointsPerSide: 4, onProgress: () => void heard++ };
  const found = await photo.everything(options);
  expect(found.length).toBeGreaterThan(0);
  expect(heard).toBeGreaterThan(0);
  const stop = new AbortController();
  const reason = new Error('enough');
  const onProgress = () => stop.abort(reason);
  const ended = photo.everything({ ...options, signal: stop.signal, onProgress });
  await expect(ended).rejects.toBe(reason);
});

test.each([
  ['no file', 'none.jpg', 'photo', 'no such file'],
  ['text', new Blob(['words']), 'photo', 'not a photo'],
  ['pixels too few', { width: 2, height: 2, data: [1, 2, 3] }, 'photo', '2 x 2'],
] as const)('%s is refused', async (_, source, code, words) => {
  const refused = engine.encode(source);
  await expect(refused).rejects.toMatchObject({ name: 'RobustSamError', code });
  await expect(refused).rejects.toThrow(words);
});

test('a folder without models is named, damaged ones are refused', async () => {
  const missing = openEngine({ modelUrl: join(PUBLIC, 'samples') });
  await expect(missing).rejects.toMatchObject({ code: 'model' });
  await expect(openEngine({ modelUrl: `${models}/none/` })).rejects.toMatchObject({
    code: 'files',
    message: expect.stringContaining('manifest.json'),
  });
});

test('a signal ends the start, and a closed engine says so', async () => {
  const reason = new Error('enough');
  await expect(openEngine({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const other = await openEngine({ modelUrl: join(PUBLIC, 'models') });
  const photo = await other.encode(COFFEE);
  await other.close();
  await expect(photo.decode(CLICK)).rejects.toMatchObject({ code: 'closed' });
});
