import type { Page } from '@playwright/test';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { type Summary, summarise } from './statistics.ts';

const FRAMES = 240;

export interface Panning {
  readonly framesPerSecond: number;
  /** Milliseconds between frames. */
  readonly frame: Summary;
  /** Longest main-thread task while the photo was opened, in milliseconds. */
  readonly longestTaskWhileOpening: number;
}

/** Opens a 24-megapixel photo, zooms in and pans it by one step a frame. */
export async function measurePanning(page: Page): Promise<Panning> {
  const app = new AnnotatorPage(page);
  const scene = scaleScene(SCENE, 20 / 3);
  await page.evaluate(() => {
    const longest = { task: 0 };
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(window, { longest });
  });
  await app.openFile(jpegFile('24-megapixels.jpg', drawScene(scene)));
  const longest = await page.evaluate(() => Reflect.get(window, 'longest').task as number);
  const frames = await page.evaluate(panAndTime, FRAMES);
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  return {
    framesPerSecond: (1000 * frames.length) / total,
    frame: summarise(frames),
    longestTaskWhileOpening: longest,
  };
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
