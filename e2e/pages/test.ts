import { test as base, expect, type Page } from '@playwright/test';
import { AnnotatorPage } from './annotator.ts';
import { WITH_THREADS } from './query.ts';
import { openScene, SCENE_NAME } from './scene-page.ts';

interface TestFixtures {
  /** A page of its own, not opened yet. */
  readonly app: AnnotatorPage;
  /** The drawn scene, encoded, with nothing done to it. */
  readonly scene: AnnotatorPage;
}

interface WorkerFixtures {
  /** Opened and encoded once for many tests. */
  readonly sharedScene: { readonly app: AnnotatorPage; readonly complaints: string[] };
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: async ({ page }, use) => {
    const complaints = listenForComplaints(page);
    await use(new AnnotatorPage(page));
    expect(complaints).toEqual([]);
  },

  sharedScene: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', viewport = null, serviceWorkers = 'block' } = project.use;
      const context = await browser.newContext({ baseURL, viewport, serviceWorkers });
      const page = await context.newPage();
      const app = new AnnotatorPage(page);
      const complaints = listenForComplaints(page);
      await openScene(app, WITH_THREADS);
      await use({ app, complaints });
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  scene: async ({ sharedScene: { app, complaints } }, use) => {
    await app.startOver(SCENE_NAME);
    await use(app);
    expect(complaints).toEqual([]);
  },
});

/** An uncaught error or a request that the page's policy blocked: a test that made one fails at its end. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

export { expect };
