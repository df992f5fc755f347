import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
// Brings the command's own pictures into this process.
import '../../src/node/engine/photo.ts';
import { listSamples, samplePath } from '../golden/samples.ts';
import { expect, test } from '../pages/test.ts';

const SRC = join(import.meta.dirname, '../../src');
const FIXTURES = join(SRC, 'photo/fixtures');

test('the command gives the golden masks of every sample, prompted and of everything', async () => {
  // A native encode of every sample for each model, and everything on one of them.
  test.setTimeout(900_000);
  // In a process of its own: these tests are compiled for pages, and the engine for workers.
  const script = join(SRC, 'node/testing/golden-ious.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
  const { prompts, everything } = JSON.parse(stdout);
  expect(Object.keys(prompts)).toHaveLength(96);
  for (const [asked, iou] of Object.entries(prompts)) expect(iou, asked).toBeGreaterThan(0.999);
  expect(everything.length).toBeGreaterThan(3);
  for (const iou of everything) expect(iou).toBeGreaterThan(0.999);
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
