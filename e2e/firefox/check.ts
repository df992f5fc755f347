import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { toScreen } from '../../src/geometry/viewport.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import '../pages/annotator.ts';

const SAMPLE = 'coffee';
const PROMPT = 'one point';
const ROOT = join(import.meta.dirname, '..', '..');
const MINUTES = 60_000;

/**
 * One sample to its mask in an installed Firefox, and again after a reload, over WebDriver BiDi. By Puppeteer, as Playwright
 * asks an ESR for a command it doesn't have yet.
 */
async function checkFirefox(): Promise<void> {
  const executablePath = findFirefox();
  await build({ root: ROOT, logLevel: 'warn' });
  const server = await preview({ root: ROOT, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as AddressInfo;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(`http://127.0.0.1:${port}/?test&sample=${SAMPLE}`);
    const iou = await iouOfClick(page);
    console.log(`${await browser.version()}: IoU ${iou.toFixed(4)} with the golden answer`);
    if (!(iou >= 0.98)) throw new Error('the mask is another one than the model gives natively');
    await checkReload(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function iouOfClick(page: Page): Promise<number> {
  const [step] = readPrompts()[SAMPLE]?.[PROMPT] ?? [];
  if (step?.kind !== 'point') throw new Error(`${PROMPT} is not a point`);
  await page.waitForFunction(() => window.annotator?.view.getState().embedded, {
    timeout: 5 * MINUTES,
  });
  const viewport = await page.evaluate(() => window.annotator.view.getState().viewport);
  const stage = await (await page.$('[role=application]'))?.boundingBox();
  const { x, y } = toScreen(viewport, step.at);
  await page.mouse.click((stage?.x ?? 0) + x, (stage?.y ?? 0) + y);
  await page.waitForFunction(() => window.annotator.view.getState().live !== null, {
    timeout: 5 * MINUTES,
  });
  const runs = await page.evaluate(() => [
    ...(window.annotator.view.getState().live?.mask.runs ?? []),
  ]);
  const { photo, masks } = readAnswers(SAMPLE);
  const golden = unpackMask(masks.robust[PROMPT] ?? '', photo);
  return maskIou({ size: photo, runs: Uint32Array.from(runs) }, golden);
}

/** The photo comes back with what was kept on disk. */
async function checkReload(page: Page): Promise<void> {
  await page.waitForFunction(() => window.annotator.engine.getState().cache.disk.count === 1, {
    timeout: MINUTES,
  });
  await page.reload();
  await page.waitForFunction(() => window.annotator?.view.getState().embedded, {
    timeout: 5 * MINUTES,
  });
  const encode = await page.evaluate(
    () => window.annotator.engine.getState().lastEncodeMilliseconds,
  );
  if (encode !== null) throw new Error('the kept embedding was not found');
  console.log('opened again after a reload without an encode');
}

/** FIREFOX_PATH, then the PATH. */
function findFirefox(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = ['firefox', 'firefox-esr'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const found = process.env.FIREFOX_PATH ?? onPath.find((path) => existsSync(path));
  if (!found) throw new Error('no Firefox found: install one, or set FIREFOX_PATH');
  return found;
}

await checkFirefox();
