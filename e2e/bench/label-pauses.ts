import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { greyPng } from '../../src/formats/png/encode.ts';
import { launchOptions } from '../browser/launch.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { importDialog } from '../pages/transfers.ts';
import { photoNames, SIZE } from './large-coco.ts';
import { type LongestTask, longestTaskDuring } from './main-thread.ts';
import { OUT, serveApp } from './servers.ts';

const FOLDER = join(OUT, 'labels');
const TIMEOUT_MILLISECONDS = 600_000;

export interface LabelPauses {
  readonly reading: LongestTask;
  /** Until all of it is saved. */
  readonly taking: LongestTask;
}

/** The longest task of the page's main thread while a COCO file is read, and while its objects are taken. */
export async function measureLabelPauses(coco: string): Promise<LabelPauses> {
  const server = await serveApp();
  const browser = await chromium.launch(launchOptions({ webgpu: false }));
  try {
    const context = await browser.newContext({ baseURL: server.url });
    // Encoding would be in the way, and is no part of it.
    await context.route('**/models/manifest.json', (route) => route.abort());
    await context.addInitScript('globalThis.__name = (named) => named;');
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MILLISECONDS);
    await openPhotos(page);
    const during = (work: () => Promise<void>) => longestTaskDuring(browser, page, work);
    const reading = await during(() => readLabels(page, coco));
    const taking = await during(() => takeLabels(page));
    return { reading, taking };
  } finally {
    await browser.close();
    await server.close();
    rmSync(FOLDER, { recursive: true, force: true });
  }
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
    .getByText(/taken in/)
    .waitFor();
  await page.keyboard.press('Escape');
  await new ProjectsPage(new AnnotatorPage(page)).saveState
    .getByText('Saved', { exact: true })
    .waitFor();
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
