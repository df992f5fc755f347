import { ballAt, plateAt } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme}, axe finds nothing serious`, () => {
    test('on the first page', async ({ app, page }) => {
      await app.open({ backend: 'wasm-single' });
      await app.chooseTheme(scheme);
      await expect(page.getByRole('button', { name: /^Coffee,/ })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('with a photo, a mask in hand and a kept object', async ({ scene: app }) => {
      await app.chooseTheme(scheme);
      expect(await seriousFaults(app.page), 'photo').toEqual([]);
      await app.click(...ballAt);
      expect(await seriousFaults(app.page), 'mask in hand').toEqual([]);
      await app.press('Enter');
      await app.until((facts) => facts.objects === 1);
      await app.click(...plateAt);
      expect(await seriousFaults(app.page), 'kept object').toEqual([]);
    });

    test('with the list of keys open, and with a complaint about a file', async ({
      scene: app,
    }) => {
      const { page } = app;
      await app.chooseTheme(scheme);
      await app.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible();
      expect(await seriousFaults(page), 'keys').toEqual([]);
      await page.keyboard.press('Escape');
      await app.chooseFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('text') });
      await expect(app.notices.getByRole('alert').first()).toBeVisible();
      expect(await seriousFaults(page), 'complaint').toEqual([]);
      await app.notices.getByRole('button', { name: 'Dismiss' }).first().click();
    });

    test('when the model cannot run', async ({ app, page }) => {
      await page.context().route('**/models/manifest.json', (route) => route.abort());
      await app.open({ backend: 'wasm-single' });
      await app.chooseTheme(scheme);
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });
  });
}

test('an object can be masked with keys alone', async ({ scene: app }) => {
  await app.press('k');
  await app.press('ArrowLeft');
  await app.press('f');
  await app.until((facts) => facts.steps === 1 && !facts.pending);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  await app.press('k');
});
