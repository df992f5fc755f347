import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { greyPng } from '../../src/formats/png/encode.ts';
import { launchOptions } from '../browser/launch.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { importDialog } from '../pages/transfers.ts';
import { OBJECTS, photoNames, SIZE } from './large-coco.ts';
import { type LongestTask, longestTaskDuring } from './main-thread.ts';
import { OUT, serveApp } from './servers.ts';

const FOLDER = join(OUT, 'labels');
const TIMEOUT_MILLISECONDS = 600_000;

/** What a person waits for, in milliseconds. */
export interface Waiting {
  readonly task: LongestTask;
  readonly clock: number;
  /** The longest time in which nothing on the page changed. */
  readonly still: number;
}

export interface LabelPauses {
  readonly reading: Waiting;
  /** Until all of it is saved. */
  readonly taking: Waiting;
  /** The page loads, and the project is opened again. */
  readonly reopening: Waiting;
}

/** What a person waits for while a COCO file is read, its objects are taken, and the project is opened again. */
export async function measureLabelPauses(coco: string): Promise<LabelPauses> {
  const server = await serveApp();
  const browser = await chromium.launch(launchOptions({ webgpu: false }));
  try {
    const context = await browser.newContext({ baseURL: server.url });
    // Encoding would be in the way, and is no part of it.
    await context.route('**/models/manifest.json', (route) => route.abort());
    await context.addInitScript('globalThis.__name = (named) => named;');
    await context.addInitScript(watchChanges);
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MILLISECONDS);
    await openPhotos(page);
    const during = (work: () => Promise<void>) => waitingDuring(browser, page, work);
    const reading = await during(() => readLabels(page, coco));
    const taking = await during(() => takeLabels(page));
    const reopening = await during(() => reopen(page));
    return { reading, taking, reopening };
  } finally {
    await browser.close();
    await server.close();
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

declare global {
  interface Window {
    /** The longest time in which nothing on the page changed, since it was last asked. */
    longestStill: () => number;
  }
}

/** Runs in the page. */
function watchChanges(): void {
  let last = performance.now();
  let longest = 0;
  const note = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  new MutationObserver(note).observe(document, {
    ...{ attributes: true, characterData: true, childList: true, subtree: true },
  });
  window.longestStill = () => {
    note();
    const found = longest;
    longest = 0;
    return found;
  };
}

async function waitingDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<Waiting> {
  await page.evaluate(() => window.longestStill());
  let [clock, still] = [0, 0];
  const task = await longestTaskDuring(browser, page, async () => {
    const start = performance.now();
    await work();
    clock = performance.now() - start;
    still = await page.evaluate(() => window.longestStill());
  });
  return { task, clock, still };
}

async function openPhotos(page: Page): Promise<void> {
  const app = new AnnotatorPage(page);
  await app.open();
  const photos = photoNames.map((name, i) => {
    return inFolder(name, greyPng(new Uint8Array(SIZE.width * SIZE.height).fill(i), SIZE));
  });
  await page.locator('#photo-picker').setInputFiles(photos);
  await app.until(
    ({ photoCount, opening }) => photoCount === photoNames.length && opening === null,
  );
}

async function readLabels(page: Page, coco: string): Promise<void> {
  await page.keyboard.press('Control+i');
  const dialog = importDialog(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(inFolder('coco.json', coco));
  await takeButton(page).waitFor();
}

async function takeLabels(page: Page): Promise<void> {
  await takeButton(page).click();
  await importDialog(page)
    .getByText(/imported\. Undo removes/)
    .waitFor();
  await page.keyboard.press('Escape');
  await new ProjectsPage(new AnnotatorPage(page)).saveState
    .getByText('Saved', { exact: true })
    .waitFor();
}

async function reopen(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(
    (count) => {
      const { document } = window.annotator ?? {};
      const lists = Object.values(document?.getState().objects ?? {});
      return lists.reduce((sum, objects) => sum + objects.length, 0) === count;
    },
    OBJECTS,
    { polling: 100 },
  );
  await new AnnotatorPage(page).until(
    ({ photoId, opening }) => photoId !== null && opening === null,
  );
}

function takeButton(page: Page) {
  return importDialog(page).getByRole('button', { name: /^Import .* objects/ });
}

/** By its path: bytes sent through the test's own connection would be a task of the page's main thread. */
function inFolder(name: string, content: string | Uint8Array): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}
