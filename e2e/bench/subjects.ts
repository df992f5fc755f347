import type { Page } from '@playwright/test';
import '../pages/annotator.ts';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { Backend } from '../../src/engine/protocol.ts';
import type { BenchClick, PeerPhoto } from './peer/peer.ts';

declare global {
  interface Window {
    /** bench/painted.ts, put into every page. */
    painted(): Promise<void>;
    peerPhoto: PeerPhoto;
  }
}

export interface BenchPhoto {
  readonly id: string;
  readonly file: string;
  readonly clicks: readonly BenchClick[];
}

/** One side of the comparison; all times in milliseconds. */
export interface Subject {
  readonly name: 'app' | 'peer';
  /** From navigation until a photo could be encoded. */
  start(page: Page, url: string, threads: number): Promise<number>;
  /** `encode`: decoded pixels to embedding; `open`: file to embedding. */
  encode(
    page: Page,
    photo: BenchPhoto,
  ): Promise<{ readonly encode: number; readonly open: number }>;
  /** Forgets the clicks made so far; this model answers the next ones. The peer has but one. */
  restart(page: Page, model: ModelKind): Promise<void>;
  /** Click to painted mask. */
  click(page: Page, click: BenchClick): Promise<number>;
}

/** Milliseconds from navigation until it is ready, or has found no backend. */
export async function startApp(
  page: Page,
  url: string,
  backend: Backend,
  threads?: number,
): Promise<number> {
  await page.goto(`${url}?test&backend=${backend}${threads ? `&threads=${threads}` : ''}`);
  await page.waitForFunction(() => window.annotator !== undefined);
  return page.evaluate(async () => {
    const { engine } = window.annotator;
    // Nothing goes on beside what is measured.
    window.annotator.pauseAhead();
    while (!['ready', 'failed'].includes(engine.getState().phase.kind)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now();
  });
}

export const app: Subject = {
  name: 'app',
  start: (page, url, threads) => startApp(page, url, 'wasm-threads', threads),
  encode: (page, { id }) =>
    page.evaluate(async (sampleId) => {
      const { engine } = window.annotator;
      // Else the kept embedding would be taken.
      await window.annotator.clearCache();
      let encode = Number.NaN;
      const stop = engine.subscribe(({ phase }, before) => {
        if (before.phase.kind !== 'encoding' || phase.kind === 'encoding') return;
        encode = performance.now() - before.phase.startedAt;
      });
      const start = performance.now();
      await window.annotator.openSample(sampleId);
      stop();
      return { encode, open: performance.now() - start };
    }, id),
  restart: (page, kind) =>
    page.evaluate(async (model) => {
      window.annotator.clearPrompt();
      await window.annotator.chooseModel(model);
    }, kind),
  click: (page, click) =>
    page.evaluate(async ({ x, y, label }) => {
      const start = performance.now();
      await window.annotator.addPoint({ x, y }, label);
      await window.painted();
      return performance.now() - start;
    }, click),
};

export const peer: Subject = {
  name: 'peer',
  async start(page, url, threads) {
    await page.goto(url);
    await page.waitForFunction(() => window.peer !== undefined);
    return page.evaluate(async (count) => {
      await window.peer.start(count);
      return performance.now();
    }, threads);
  },
  encode: (page, { file }) =>
    page.evaluate(async (url) => {
      window.peerPhoto = await window.peer.open(url);
      const encode = await window.peerPhoto.encode();
      return { encode, open: window.peerPhoto.openMilliseconds + encode };
    }, file),
  restart: (page) => page.evaluate(() => window.peerPhoto.restart()),
  click: (page, click) => page.evaluate((at) => window.peerPhoto.click(at), click),
};
