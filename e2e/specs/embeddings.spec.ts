import type { Page } from '@playwright/test';
import { maskIou } from '../../src/mask/measure.ts';
import { launchOptions } from '../browser/launch.ts';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import {
  countEncodes,
  damageEmbeddings,
  diskUse,
  encodesCounted,
  hasEncoded,
} from '../pages/embeddings.ts';
import { FilmstripPage } from '../pages/filmstrip.ts';
import { WITH_THREADS } from '../pages/query.ts';
import { ballAt, openScene, openSceneAnew } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

// Several starts of the engine and several encodes each.
test.setTimeout(300_000);

const scenes = [1, 0.9, 0.8].map((scale, i) =>
  jpegFile(`meadow-${i + 1}.jpg`, drawScene(scaleScene(SCENE, scale))),
);

/** Until so many photos are on disk. */
async function untilKept(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await diskUse(page)).count, { timeout: 120_000 }).toBe(count);
}

test('a photo that is opened again after a reload gives its masks without being encoded', async ({
  app,
  page,
}) => {
  await openSceneAnew(app);
  await untilKept(page, 1);
  await app.click(...ballAt);
  const mask = await app.mask();
  expect(await hasEncoded(page)).toBe(true);

  await openSceneAnew(app);
  await app.hover(...ballAt);
  await app.until((facts) => facts.hasHoverMask);
  await expect.poll(() => app.paintedAt(ballAt)).toBe(true);
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), mask)).toBeGreaterThan(0.999);
  expect(await hasEncoded(page)).toBe(false);
  await expect(page.getByRole('region', { name: 'Embeddings' })).toContainText('On disk: 1 photo,');
  await expect(page.getByText(/^Memory: [\d.]+\sMB of [\d.]+\s[MG]B$/)).toBeVisible();
});

test('so it does after the browser was closed', async ({ playwright, baseURL }, testInfo) => {
  const folder = testInfo.outputPath('profile');
  const options = { ...launchOptions({ webgpu: false }), ...(baseURL ? { baseURL } : {}) };
  for (const visit of ['first', 'second']) {
    const context = await playwright.chromium.launchPersistentContext(folder, options);
    const [page = await context.newPage()] = context.pages();
    await openSceneAnew(new AnnotatorPage(page));
    await untilKept(page, 1);
    expect(await hasEncoded(page)).toBe(visit === 'first');
    await context.close();
  }
});

for (const damage of ['changed', 'cut', 'old'] as const) {
  test(`an embedding whose file is ${damage} is made again, and nobody is told`, async ({
    app,
    page,
  }) => {
    await openScene(app);
    await untilKept(page, 1);
    await app.click(...ballAt);
    const mask = await app.mask();
    await damageEmbeddings(page, damage);

    await openSceneAnew(app);
    expect(await hasEncoded(page)).toBe(true);
    await app.click(...ballAt);
    expect(maskIou(await app.mask(), mask)).toBe(1);
    expect((await app.facts()).notices).toEqual([]);
    await untilKept(page, 1);

    await openSceneAnew(app);
    expect(await hasEncoded(page)).toBe(false);
  });
}

test('clearing empties memory and disk; what was made stays, and clicks go on', async ({
  app,
  page,
}) => {
  await openScene(app);
  await app.click(...ballAt);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  await untilKept(page, 1);
  const panel = page.getByRole('region', { name: 'Embeddings' });
  await panel.getByRole('button', { name: 'Clear' }).click();
  await untilKept(page, 0);
  await expect(panel).toContainText('On disk: 0 photos, 0 MB');
  await app.click(...ballAt);
  expect((await app.facts()).objects).toBe(1);
});

test('the person says how much may be kept, also nothing, and the choice stays', async ({
  app,
  page,
}) => {
  await openScene(app);
  await untilKept(page, 1);
  const limit = page
    .getByRole('region', { name: 'Embeddings' })
    .getByRole('combobox', { name: 'Keep' });
  await expect(limit).toHaveValue('2000000000');
  await limit.selectOption('Nothing on disk');
  await untilKept(page, 0);

  await openSceneAnew(app);
  await expect(limit).toHaveValue('0');
  await app.click(...ballAt);
  expect(await diskUse(page)).toMatchObject({ count: 0, limitBytes: 0 });
});

test('the next photos are encoded ahead, and no click waits for them', async ({ app, page }) => {
  await app.open(WITH_THREADS);
  await app.chooseFiles(...scenes);
  await app.untilReady();
  const panel = page.getByRole('region', { name: 'Encoding ahead' });
  await expect(panel).toContainText(/Encoding ahead: \d of 2/);
  await expect.poll(() => aheadStep(page), { timeout: 60_000 }).toBe('encoding');
  const before = await aheadPhoto(page);
  await app.click(...ballAt);
  // It was answered while the same photo was still under way.
  expect(await aheadPhoto(page)).toBe(before);
  await app.press('Escape');

  await untilKept(page, 3);
  await expect(panel).toContainText('The next photos are encoded.');
  await countEncodes(page);
  await app.press('d');
  await new FilmstripPage(app).untilShown('meadow-2.jpg');
  await app.untilReady();
  const [x, y] = ballAt;
  await app.click(x * 0.9, y * 0.9);
  await app.until((facts) => facts.token !== null);
  expect(await encodesCounted(page)).toBe(0);
});

test('all photos are encoded on request, with a pause, and what is there is skipped', async ({
  app,
  page,
}) => {
  await app.open(WITH_THREADS);
  await page.evaluate(() => window.annotator.pauseAhead());
  await app.chooseFiles(...scenes);
  await app.untilReady();
  await untilKept(page, 1);
  const panel = page.getByRole('region', { name: 'Encoding ahead' });
  await expect(panel).toContainText('paused');
  await panel.getByRole('button', { name: 'Encode all photos' }).click();
  await expect(app.status).toContainText('Encoding all photos: 1 of 3');
  await untilKept(page, 2);
  await app.status.getByRole('button', { name: 'Pause' }).click();
  await expect(app.status).toContainText('Encoding all photos: 2 of 3 · paused');
  await app.status.getByRole('button', { name: 'Resume' }).click();
  await untilKept(page, 3);
  await expect(app.notices).toContainText('All photos are encoded: 3.');

  await app.open(WITH_THREADS);
  await app.chooseFiles(...scenes);
  await app.untilReady();
  await panel.getByRole('button', { name: 'Encode all photos' }).click();
  await expect(app.notices).toContainText('All photos are encoded: 3.');
  expect(await hasEncoded(page)).toBe(false);
});

function aheadStep(page: Page): Promise<string> {
  return page.evaluate(() => window.annotator.ahead.getState().step);
}

function aheadPhoto(page: Page): Promise<string | null> {
  return page.evaluate(() => window.annotator.ahead.getState().current);
}
