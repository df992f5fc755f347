import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';
import { painted } from './painted.ts';
import { type Summary, summarise } from './statistics.ts';
import { app, type BenchPhoto } from './subjects.ts';

export interface Reopening {
  /** From the photo being painted to its first hover mask being painted, in milliseconds. */
  readonly firstHover: Summary;
  /** Photos whose embedding was not found, and which are not counted above. */
  readonly encoded: number;
}

/** Encodes photos in a browser with a profile of its own, closes it, and opens them in the next one. */
export async function measureReopening(
  url: string,
  threads: number,
  photos: readonly BenchPhoto[],
): Promise<Reopening> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  try {
    await visit(profile, (page) => app.start(page, url, threads).then(() => keepAll(page, photos)));
    const times: number[] = [];
    await visit(profile, async (page) => {
      await app.start(page, url, threads);
      for (const photo of photos) {
        const time = await firstHover(page, photo);
        if (time !== null) times.push(time);
      }
    });
    return { firstHover: summarise(times), encoded: photos.length - times.length };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function visit(profile: string, work: (page: Page) => Promise<void>): Promise<void> {
  const viewport = { width: 1440, height: 900 };
  const options = { ...launchOptions({ webgpu: false }), viewport };
  const context: BrowserContext = await chromium.launchPersistentContext(profile, options);
  await context.addInitScript('globalThis.__name = (named) => named;');
  await context.addInitScript(`window.painted = ${painted};`);
  await work(await context.newPage());
  await context.close();
}

async function keepAll(page: Page, photos: readonly BenchPhoto[]): Promise<void> {
  for (const [i, { id }] of photos.entries()) {
    await page.evaluate((sampleId) => window.annotator.openSample(sampleId), id);
    await page.waitForFunction(
      (count) => window.annotator.engine.getState().cache.disk.count === count,
      i + 1,
    );
  }
}

/** Null when the encoder has run. */
function firstHover(page: Page, { id, clicks }: BenchPhoto): Promise<number | null> {
  const { x = 1, y = 1 } = clicks[0] ?? {};
  return page.evaluate(
    async ({ sampleId, at }) => {
      const { view, engine } = window.annotator;
      const until = (holds: () => boolean) =>
        new Promise<void>((resolve) => {
          const look = () => holds() && resolve();
          const stop = view.subscribe(() => {
            if (holds()) stop();
            look();
          });
          look();
        });
      const before = view.getState().photo;
      void window.annotator.openSample(sampleId);
      await until(() => view.getState().photo !== before);
      await window.painted();
      const start = performance.now();
      window.annotator.hover(at);
      await until(() => view.getState().hoverMask !== null);
      await window.painted();
      const took = performance.now() - start;
      window.annotator.hover(null);
      return engine.getState().lastEncodeMilliseconds === null ? took : null;
    },
    { sampleId: id, at: { x, y } },
  );
}
