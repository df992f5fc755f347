import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ballAt, plateAt } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

/** What axe calls serious or critical, as "rule: elements". */
async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme}, axe finds nothing serious`, () => {
    test('on the first page', async ({ app, page }) => {
      await app.open({ backend: 'wasm-single' });
      await chooseTheme(page, scheme);
      await expect(page.getByRole('button', { name: /^Coffee,/ })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('with a photo, a mask in hand and a kept object', async ({ scene: app }) => {
      await chooseTheme(app.page, scheme);
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
      await chooseTheme(page, scheme);
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
      await chooseTheme(page, scheme);
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

/** By the switch in the top bar, which goes round. */
async function chooseTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const button = page.getByRole('button', { name: /^Theme:/ });
  for (let i = 0; i < 3; i++) {
    if ((await button.getAttribute('aria-label')) === `Theme: ${theme}`) return;
    await button.click();
  }
  await expect(button).toHaveAccessibleName(`Theme: ${theme}`);
}
