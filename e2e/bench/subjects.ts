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
  /** The same of a file that was not opened before; milliseconds of the encode alone. */
  encodeFile(page: Page, jpeg: Buffer): Promise<number>;
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
  encode: (page, { id }) => timeEncode(page, { sample: id }),
  encodeFile: async (page, jpeg) =>
    (await timeEncode(page, { jpeg: jpeg.toString('base64') })).encode,
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

/** Opens a sample, or a file that was not opened before. */
function timeEncode(
  page: Page,
  what: { readonly sample: string } | { readonly jpeg: string },
): Promise<{ readonly encode: number; readonly open: number }> {
  return page.evaluate(async (opened) => {
    const { annotator } = window;
    // Else the kept embedding would be taken.
    await annotator.clearCache();
    let encode = Number.NaN;
    const stop = annotator.engine.subscribe(({ phase }, before) => {
      if (before.phase.kind !== 'encoding' || phase.kind === 'encoding') return;
      encode = performance.now() - before.phase.startedAt;
    });
    const start = performance.now();
    if ('sample' in opened) await annotator.openSample(opened.sample);
    else {
      const bytes = Uint8Array.from(atob(opened.jpeg), (letter) => letter.charCodeAt(0));
      await annotator.openFiles([new File([bytes], 'shape.jpg', { type: 'image/jpeg' })]);
    }
    const open = performance.now() - start;
    while (Number.isNaN(encode)) await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    return { encode, open };
  }, what);
}

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
  encodeFile: (page, jpeg) =>
    page.evaluate(async (base64) => {
      window.peerPhoto = await window.peer.open(`data:image/jpeg;base64,${base64}`);
      return window.peerPhoto.encode();
    }, jpeg.toString('base64')),
  restart: (page) => page.evaluate(() => window.peerPhoto.restart()),
  click: (page, click) => page.evaluate((at) => window.peerPhoto.click(at), click),
};
