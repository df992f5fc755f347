import { chromium, type Page } from '@playwright/test';
import { maskIou } from '../../src/mask/measure.ts';
import { launchOptions } from '../browser/launch.ts';
import { ballMask, SCENE } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { SQUARE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { WITH_THREADS } from '../pages/query.ts';
import { ballAt, openSceneAnew, scenePhoto } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

test.setTimeout(240_000);

test('a tab in the background, which is throttled and then frozen, encodes all the same', async ({
  app,
  page,
}) => {
  await app.open(WITH_THREADS);
  await app.until(({ phase }) => phase === 'ready');
  const wake = await putInBackground(page);
  await page.locator('#photo-picker').setInputFiles({ ...scenePhoto });
  await app.until(({ photoId }) => photoId !== null);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await app.until(({ embedded }) => embedded);
  await wake();
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

/** As browsers treat it: hidden, no frames, and timers once a second. Brings it back when it is called. */
async function putInBackground(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { requestAnimationFrame: frame, setTimeout: timer } = window;
    const asleep: FrameRequestCallback[] = [];
    const show = (state: DocumentVisibilityState) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    window.requestAnimationFrame = (callback) => asleep.push(callback);
    const throttled = (work: TimerHandler, wait = 0) => timer(work, Math.max(1000, wait));
    window.setTimeout = throttled as typeof window.setTimeout;
    show('hidden');
    window.addEventListener('test-wakes', () => {
      [window.requestAnimationFrame, window.setTimeout] = [frame, timer];
      for (const callback of asleep) frame(callback);
      show('visible');
    });
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event('test-wakes')));
}

test.describe('with the memory of a small machine', () => {
  /** A Chromium of its own: V8 takes its limits when it starts. */
  async function withLimits(
    limits: string,
    baseURL: string | undefined,
    work: (app: AnnotatorPage) => Promise<void>,
  ): Promise<void> {
    const { args = [], ...options } = launchOptions({ webgpu: false });
    const browser = await chromium.launch({ ...options, args: [...args, `--js-flags=${limits}`] });
    try {
      const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
      await context.addInitScript(() => {
        Object.defineProperty(navigator, 'deviceMemory', { value: 4 });
      });
      await work(new AnnotatorPage(await context.newPage()));
    } finally {
      await browser.close();
    }
  }

  test('of 4 GB a photo is encoded and clicked', async ({ baseURL }) => {
    const limits = '--max-old-space-size=512 --wasm-max-mem-pages=16384';
    await withLimits(limits, baseURL, async (app) => {
      await openSceneAnew(app);
      await app.click(...ballAt);
      expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
    });
  });

  test('that is too small for the model, drawing by hand goes on, and the page says why', async ({
    baseURL,
  }) => {
    await withLimits('--wasm-max-mem-pages=256', baseURL, async (app) => {
      await app.open(WITH_THREADS);
      const alert = app.page.getByRole('alert').filter({ hasText: 'The model is not running' });
      await expect(alert).toBeVisible();
      await app.chooseFiles(scenePhoto);
      await app.until(({ photoId, opening }) => photoId !== null && opening === null);
      await new Editing(app).drawBox(SQUARE);
      await app.until(({ objects }) => objects === 1);
    });
  });
});
