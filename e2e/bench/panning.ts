import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { type LongestTask, longestTaskDuring } from './main-thread.ts';
import { OUT } from './servers.ts';
import { type Summary, summarise } from './statistics.ts';

const FRAMES = 240;
/** Milliseconds. */
const OPEN_TIMEOUT = 120_000;

export interface Panning {
  readonly framesPerSecond: number;
  /** Milliseconds between frames. */
  readonly frame: Summary;
  readonly longestTaskWhileOpening: LongestTask;
}

/** Opens a 24-megapixel photo in a page without one, zooms in and pans it by one step a frame. */
export async function measurePanning(browser: Browser, page: Page): Promise<Panning> {
  const app = new AnnotatorPage(page);
  const photo = writePhoto();
  await page.bringToFront();
  await page.reload();
  await untilEmpty(page);
  const longestTaskWhileOpening = await longestTaskDuring(browser, page, async () => {
    await page.locator('#photo-picker').setInputFiles(photo);
    await app.untilReady(OPEN_TIMEOUT);
  });
  const frames = await page.evaluate(panAndTime, FRAMES);
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  return {
    framesPerSecond: (1000 * frames.length) / total,
    frame: summarise(frames),
    longestTaskWhileOpening,
  };
}

/** The model is up, and the project of the last visit put away. */
export async function untilEmpty(page: Page): Promise<void> {
  await page.waitForFunction(() => window.annotator?.engine.getState().phase.kind === 'ready');
  await page.evaluate(() => window.annotator.closeProject());
}

/** By its path: bytes sent through the test's own connection would be a task of the page's main thread. */
export function writePhoto(): string {
  const { name, buffer } = jpegFile('24-megapixels.jpg', drawScene(scaleScene(SCENE, 20 / 3)));
  mkdirSync(OUT, { recursive: true });
  const path = join(OUT, name);
  writeFileSync(path, buffer);
  return path;
}

/** Runs in the page. */
async function panAndTime(frames: number): Promise<number[]> {
  window.annotator.actualSize();
  const deltas: number[] = [];
  let last = await new Promise(requestAnimationFrame);
  for (let i = 0; i < frames; i++) {
    const direction = i % 120 < 60 ? 1 : -1;
    window.annotator.panBy(8 * direction, 5 * direction);
    const now = await new Promise(requestAnimationFrame);
    deltas.push(now - last);
    last = now;
  }
  return deltas;
}
