import { StaticHost } from '../files/static-host.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { SQUARE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { OfflinePage } from '../pages/offline-test.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import {
  leaveUnanswered,
  openBlockingBrowser,
  PLAIN_HTTP_HOST,
  refuse,
  STORES,
} from '../pages/refusing-browser.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

/** From the photo to a kept object, in a window that keeps nothing. */
async function expectWorkFromMemory(app: AnnotatorPage): Promise<void> {
  await app.openSample('Coffee');
  await app.click(360, 290);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  await app.press('Control+z');
  await app.press('Control+Shift+z');
  await app.until(({ objects }) => objects === 1);
}

async function expectNothingKept(app: AnnotatorPage): Promise<void> {
  await expect(new ProjectsPage(app).saveState).toHaveText('Not kept');
  const alert = app.page.getByRole('status').filter({ hasText: 'This window keeps nothing' });
  await expect(alert.getByRole('button', { name: 'Save project file' })).toBeVisible();
}

test('a browser that blocks all site data works from memory, and the page says what that means', async ({
  baseURL,
}, info) => {
  const { context, page, complaints } = await openBlockingBrowser(
    info.outputPath('profile'),
    baseURL ?? '',
  );
  const app = new AnnotatorPage(page);
  await app.open();
  await new OfflinePage(page).showPanel();
  await expect(
    page.getByText(/Offline use isn’t possible here: the browser refuses/),
  ).toBeVisible();
  await expectWorkFromMemory(app);
  await expectNothingKept(app);
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a plain http address it works with one thread, and its projects are kept', async ({
  app,
  page,
}) => {
  const host = new StaticHost({ path: '/', largestBytes: Number.POSITIVE_INFINITY });
  await host.start();
  await page.goto(`${host.url.replace('127.0.0.1', PLAIN_HTTP_HOST)}?test`);
  expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([
    false,
    false,
  ]);
  await expectWorkFromMemory(app);
  await new ProjectsPage(app).untilSaved();
  expect((await app.facts()).backend).toBe('wasm-single');
  await new ProjectsPage(app).reload();
  await app.until(({ objects }) => objects === 1);
  await host.stop();
});

// What is missing here keeps the page from nothing when all are missing, either.
for (const store of ['indexedDB', 'caches', 'locks', 'storage'] as const)
  test(`without ${store} alone nothing is waited for`, async ({ app, page }) => {
    await refuse(page, [store]);
    await openSceneWithoutModel(app);
    await new Editing(app).drawBox(SQUARE);
    await app.until(({ objects }) => objects === 1);
    if (store === 'indexedDB') await expectNothingKept(app);
    else await new ProjectsPage(app).untilSaved();
  });

test('without any of them nothing is waited for', async ({ app, page }) => {
  await refuse(page, STORES);
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox(SQUARE);
  await app.until(({ objects }) => objects === 1);
  await expectNothingKept(app);
});

test('stores that never answer are given up', async ({ app, page }) => {
  await page.clock.install();
  await leaveUnanswered(page);
  await app.open();
  await page.clock.fastForward('01:00');
  await openSceneWithoutModel(app);
  await page.clock.fastForward('01:00');
  await new Editing(app).drawBox(SQUARE);
  await app.until(({ objects }) => objects === 1);
  await expectNothingKept(app);
});
