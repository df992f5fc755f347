import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import type { ExportChoice } from '../../src/app/transfers/transfers.ts';
import { toScreen } from '../../src/geometry/viewport.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import '../pages/annotator.ts';
import { filesInZip } from '../pages/zip.ts';

const SAMPLE = 'coffee';
const PROMPT = 'one point';
const ROOT = join(import.meta.dirname, '..', '..');
const MINUTES = 60_000;
const COCO: ExportChoice = {
  ...{ format: 'coco', scope: 'all', target: 'zip', valShare: 0 },
  ...{ shapes: 'polygons', tolerance: 0, includesPhotos: false, feather: 0 },
};

/**
 * One sample to its mask in an installed Firefox, kept as an object, exported, and all of it again after a reload, over WebDriver BiDi. By Puppeteer, as Playwright
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
    await checkKeepAndExport(page);
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

/** The mask becomes an object, and a COCO file has it. */
async function checkKeepAndExport(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await page.waitForFunction(countObjects, { timeout: MINUTES }, 1);
  const base64 = await page.evaluate(exportedZip, COCO);
  const files = await filesInZip(Uint8Array.from(Buffer.from(base64, 'base64')));
  const [json] = [...files].flatMap(([path, bytes]) => (path.endsWith('.json') ? [bytes] : []));
  const { annotations } = JSON.parse(Buffer.from(json ?? []).toString('utf8'));
  if (annotations?.length !== 1) throw new Error('the export does not hold the object');
  console.log('kept as an object, and exported as COCO');
}

/** Runs in the page. */
function countObjects(count: number): boolean {
  const { photo } = window.annotator.view.getState();
  const { objects } = window.annotator.document.getState();
  const { save } = window.annotator.projects.getState();
  return objects[photo?.id ?? '']?.length === count && save.kind === 'kept';
}

/** Runs in the page: what the browser would download. */
async function exportedZip(choice: ExportChoice): Promise<string> {
  const { createObjectURL } = URL;
  const written = new Promise<Blob>((resolve) => {
    URL.createObjectURL = (blob: Blob) => {
      resolve(blob);
      return createObjectURL(blob);
    };
  });
  await window.annotator.exportDataset(choice);
  const bytes = new Uint8Array(await (await written).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The photo comes back with what was kept on disk. */
async function checkReload(page: Page): Promise<void> {
  await page.waitForFunction(() => window.annotator.engine.getState().cache.disk.count === 1, {
    timeout: MINUTES,
  });
  // With a sample in the address the page would start over.
  await page.goto(new URL('?test', page.url()).href);
  await page.waitForFunction(() => window.annotator?.view.getState().embedded, {
    timeout: 5 * MINUTES,
  });
  const encode = await page.evaluate(
    () => window.annotator.engine.getState().lastEncodeMilliseconds,
  );
  if (encode !== null) throw new Error('the kept embedding was not found');
  await page.waitForFunction(countObjects, { timeout: MINUTES }, 1);
  console.log('opened again after a reload with its object, and without an encode');
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
