import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { rendererIds, residentBytes } from './memory.ts';
import { serveApp } from './servers.ts';

/** The app with its model up, in a browser with a profile on the disk, as a person has it. */
export interface WatchedPage {
  readonly app: AnnotatorPage;
  readonly devtools: CDPSession;
  /** Process of the page and its workers. */
  readonly processId: number;
  /** Has the browser give back what is garbage, in workers too. */
  collect(): Promise<void>;
  close(): Promise<void>;
}

const THREADS = 2;
/** For what answers in a moment: finished downloads, thumbnails, records. */
const REST_MILLISECONDS = 1500;

export async function openWatched(): Promise<WatchedPage> {
  const server = await serveApp();
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions({ webgpu: false }),
    viewport: { width: 1440, height: 900 },
    baseURL: server.url,
  });
  // tsx names the functions that it sends to the page, by a helper that only exists here.
  await context.addInitScript('globalThis.__name = (named) => named;');
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  const app = new AnnotatorPage(page);
  await app.open({ backend: 'wasm-threads', threads: THREADS });
  await page.waitForFunction(() => window.annotator.engine.getState().phase.kind === 'ready');
  await page.evaluate(() => window.annotator.pauseAhead());
  const browser = context.browser();
  if (!browser) throw new Error('the context tells nothing of its browser');
  return {
    app,
    devtools,
    processId: await pageProcessOf(browser),
    async collect() {
      await page.waitForTimeout(REST_MILLISECONDS);
      await devtools.send('Memory.simulatePressureNotification', { level: 'critical' });
      await devtools.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(REST_MILLISECONDS);
    },
    async close() {
      await context.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Chromium keeps a spare one or two, which are small. */
async function pageProcessOf(browser: Browser): Promise<number> {
  const all = [...(await rendererIds(browser))].sort((a, b) => residentBytes(b) - residentBytes(a));
  const [largest] = all;
  if (largest === undefined) throw new Error('the browser has no page');
  return largest;
}
