import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { rendererIds, residentBytes } from './memory.ts';
import { OUT, serveApp } from './servers.ts';

const [, , count = '1000'] = process.argv;
const PHOTOS = Number(count);
/** Side by side as large as a photo of 12 megapixels. */
const SCALE = 4.7;
const MEBIBYTE = 2 ** 20;
const FOLDER = join(OUT, 'room');
/** Milliseconds. */
const TIMEOUT = 120_000;

/** Opens photos of 12 megapixels one after the other, each encoded and shown, and watches the page's process. */
async function measureRoom(): Promise<void> {
  const server = await serveApp();
  const browser = await chromium.launch(launchOptions({ webgpu: false }));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript('globalThis.__name = (named) => named;');
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const app = new AnnotatorPage(page);
  await page.goto(`${server.url}?test`);
  await page.waitForFunction(() => window.annotator?.engine.getState().phase.kind === 'ready');
  await page.evaluate(() => window.annotator.pauseAhead());
  await page.locator('#photo-picker').setInputFiles(writePhotos());
  await app.until(({ photoCount, opening }) => photoCount === PHOTOS && opening === null, TIMEOUT);
  const pageProcess = await pageProcessOf(browser);
  const sizes: number[] = [];
  for (let i = 0; i < PHOTOS; i++) {
    if (i > 0) await page.evaluate(() => void window.annotator.stepPhoto(1));
    await page.waitForFunction(isShown, i, { timeout: TIMEOUT });
    await devtools.send('HeapProfiler.collectGarbage');
    sizes.push(residentBytes(pageProcess));
    if (i % 10 === 0) console.log(`photo ${i + 1}: ${mebibytes(sizes.at(-1))} MiB`);
  }
  console.log(
    `${PHOTOS} photos of 12 megapixels: first ${mebibytes(sizes[0])} MiB, most ${mebibytes(Math.max(...sizes))} MiB, last ${mebibytes(sizes.at(-1))} MiB`,
  );
  await browser.close();
  await server.close();
  rmSync(FOLDER, { recursive: true });
}

/** Runs in the page. */
function isShown(index: number): boolean {
  const { photo, embedded } = window.annotator.view.getState();
  return embedded && window.annotator.document.getState().photos[index]?.id === photo?.id;
}

/** Each with a tail of its own, since a photo is known by its content. */
function writePhotos(): string[] {
  mkdirSync(FOLDER, { recursive: true });
  const { buffer } = jpegFile('', drawScene(scaleScene(SCENE, SCALE)));
  return Array.from({ length: PHOTOS }, (_, i) => {
    const path = join(FOLDER, `${i}.jpg`);
    writeFileSync(path, buffer);
    appendFileSync(path, String(i));
    return path;
  });
}

/** Chromium keeps a spare one or two, which are small. */
async function pageProcessOf(browser: Browser): Promise<number> {
  const all = [...(await rendererIds(browser))].sort((a, b) => residentBytes(b) - residentBytes(a));
  const [largest] = all;
  if (largest === undefined) throw new Error('the browser has no page');
  return largest;
}

function mebibytes(bytes: number | undefined): string {
  return ((bytes ?? Number.NaN) / MEBIBYTE).toFixed(0);
}

await measureRoom();
