import { withKnownEmbedding } from '../pages/known-embeddings.ts';
import { Palette } from '../pages/palette.ts';
import { ballAt, delayModel, scenePhoto } from '../pages/scene-page.ts';
import { expect, PHONE, test } from '../pages/test.ts';

test('a newcomer is led from a photo to a data set by doing it', async ({ app, page }) => {
  await app.open({ backend: 'wasm-single', tour: '' });
  const tour = page.getByRole('region', { name: 'Tour' });
  const step = tour.getByRole('heading');
  await expect(step).toHaveText('Open a photo');
  await withKnownEmbedding(page, scenePhoto, () => app.openFile(scenePhoto));
  await expect(step).toHaveText('Click an object');
  await app.click(...ballAt);
  await expect(step).toHaveText(/^Keep it/);
  await app.press('Enter');
  await expect(step).toHaveText('Export');
  await expect(tour).toContainText('4 of 4');
  await page.getByRole('button', { name: 'Export data set' }).click();
  await expect(tour).toBeHidden();
});

test('it comes once, can be skipped, and comes again when asked for', async ({ app, page }) => {
  await delayModel(page);
  await page.goto('/');
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour).toBeVisible();
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(tour).toContainText('2 of 4');
  await tour.getByRole('button', { name: 'Skip the tour' }).click();
  await expect(tour).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Coffee,/ })).toBeVisible();
  await expect(tour).toBeHidden();
  const palette = new Palette(app);
  await page.getByRole('button', { name: 'Search actions' }).click();
  await palette.field.fill('tour');
  await page.keyboard.press('Enter');
  await expect(tour).toContainText('1 of 4');
});

test('it blocks nothing: the page takes clicks and keys, and Esc on it ends it', async ({
  app,
  page,
}) => {
  await delayModel(page);
  await app.open({ backend: 'wasm-single', tour: '' });
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.startSample('Coffee');
  await expect(tour).toContainText('2 of 4');
  await tour.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Escape');
  await expect(tour).toBeHidden();
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('it is on the screen, and walked through by taps', async ({ app, page }) => {
    await delayModel(page);
    await app.open({ backend: 'wasm-single', tour: '' });
    const tour = page.getByRole('region', { name: 'Tour' });
    for (const place of ['1 of 4', '2 of 4', '3 of 4', '4 of 4']) {
      await expect(tour).toContainText(place);
      await expect(tour).toBeInViewport({ ratio: 1 });
      await tour.getByRole('button', { name: /Next|Done/ }).tap();
    }
    await expect(tour).toBeHidden();
  });
});
