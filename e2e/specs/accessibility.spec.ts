import { decode } from 'fast-png';
import { Editing } from '../pages/editing.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { Palette } from '../pages/palette.ts';
import { ballAt, delayModel, openSceneWithoutModel, plateAt } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

for (const scheme of ['light', 'dark', 'high contrast'] as const) {
  test.describe(`in ${scheme}, axe finds nothing serious`, () => {
    test('on the first page', async ({ app, page }) => {
      await delayModel(page);
      await app.open();
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

    test('in the palette, the menus and the tour', async ({ app, page }) => {
      await openSceneWithoutModel(app);
      await app.chooseTheme(scheme);
      const palette = new Palette(app);
      await palette.open();
      expect(await seriousFaults(page), 'palette').toEqual([]);
      await palette.field.fill('de');
      expect(await seriousFaults(page), 'found').toEqual([]);
      await palette.field.fill('the tour');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Tour' })).toBeVisible();
      expect(await seriousFaults(page), 'tour').toEqual([]);
      await new Editing(app).drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
      await new ObjectsPanel(app).row('Object 1').click({ button: 'right' });
      await expect(page.getByRole('menu', { name: 'With Object 1' })).toBeVisible();
      expect(await seriousFaults(page), 'menu').toEqual([]);
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

test('a system that asks for more contrast gets it, with outlines that stand out', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ contrast: 'more' });
  await openSceneWithoutModel(app);
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
  await new Editing(app).drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
  await app.press('Escape');
  // Beside the line lies black, and more of it than otherwise.
  const beside = [100 - 2.5, 150] as const;
  await expect.poll(() => app.objectsAt(beside)).toEqual([0, 0, 0, 255]);
  await page.emulateMedia({ contrast: 'no-preference' });
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'normal');
});

test('with colours taken away masks keep theirs, and axe finds nothing serious', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
  await expect.poll(async () => (await app.objectsAt([150, 150]))[3]).toBeGreaterThan(0);
  const brush = page.getByRole('button', { name: 'Rectangle' });
  const outline = () => brush.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline(), 'the tool in hand has a line').toBe('solid');
  await app.press('v');
  await page.mouse.click(...(await app.onPage({ x: ballAt[0], y: ballAt[1] })));
  const keep = page.getByRole('button', { name: 'Keep' });
  expect(shareOfPage(await keep.screenshot()), 'Keep is one box').toBeLessThan(0.2);
  expect(await seriousFaults(page)).toEqual([]);
});

/** How much of a picture has the page's own colour, white. */
function shareOfPage(png: Buffer): number {
  const { data, channels } = decode(png);
  const isWhite = (at: number) => [0, 1, 2].every((i) => (data[at + i] ?? 0) > 250);
  const pixels = Array.from({ length: data.length / channels }, (_, i) => i * channels);
  return pixels.filter(isWhite).length / pixels.length;
}
