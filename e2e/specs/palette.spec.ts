import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { Editing } from '../pages/editing.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { Palette } from '../pages/palette.ts';
import { openSceneWithoutModel, SCENE_NAME } from '../pages/scene-page.ts';
import { expect, PHONE, test } from '../pages/test.ts';

test.beforeEach(({ app }) => openSceneWithoutModel(app));

test('a few letters and Enter do what is looked for, and next time it comes first', async ({
  app,
  page,
}) => {
  const palette = new Palette(app);
  await palette.run('high contr');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await palette.open();
  await expect(palette.dialog.getByRole('group').first()).toHaveAccessibleName('Recent');
  await expect(palette.chosen()).toContainText('Theme: high contrast');
  await page.keyboard.press('Escape');
  await expect(palette.dialog).toBeHidden();
  // The keys are the photo's again, and what was used lately outlasts the tab.
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: 'Brush' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await page.getByRole('button', { name: 'Search actions' }).click();
  await expect(palette.chosen()).toContainText('Theme: high contrast');
});

test('arrows walk through the list, the other key opens it as well', async ({ app, page }) => {
  const palette = new Palette(app);
  await app.press('Control+Shift+P');
  await palette.field.fill('theme');
  const first = await palette.chosen().textContent();
  await page.keyboard.press('ArrowDown');
  expect(await palette.chosen().textContent()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  // Round to the end of the list, which is scrolled there.
  await expect(palette.options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(palette.options.last()).toBeInViewport();
  const id = await palette.chosen().getAttribute('id');
  await expect(palette.field).toHaveAttribute('aria-activedescendant', id ?? '');
  await palette.field.fill('qqqq');
  await expect(palette.dialog.getByRole('status')).toHaveText('Nothing matches.');
  await page.keyboard.press('Control+k');
  await expect(palette.dialog).toBeHidden();
});

test('what can’t be done says why, shows its keys, and Enter does nothing', async ({
  app,
  page,
}) => {
  const palette = new Palette(app);
  await palette.open();
  await palette.field.fill('lock');
  await expect(palette.chosen()).toContainText('No object is kept on this photo');
  await expect(palette.chosen()).toContainText('Shift+L');
  await expect(palette.chosen()).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(palette.dialog).toBeVisible();
});

test('a photo is shown and a class given by its name', async ({ app, page }) => {
  await app.chooseFiles(
    jpegFile('harbour.jpg', drawScene({ ...SCENE, ball: { ...SCENE.ball, radius: 60 } })),
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('harbour.jpg');
  const [palette, panel] = [new Palette(app), new ObjectsPanel(app)];
  await palette.run('go to meadow');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SCENE_NAME);
  await new Editing(app).drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
  await panel.nameClass('boat');
  await palette.run('class none');
  await expect(panel.row('Object 1')).not.toContainText('boat');
  await palette.run('boat');
  await expect(panel.row('Object 1')).toContainText('boat');
});

test('what has no key and no button of its own is done by name', async ({ app, page }) => {
  const [palette, panel] = [new Palette(app), new ObjectsPanel(app)];
  const editing = new Editing(app);
  await editing.drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
  const area = async () =>
    (await editing.onlyMask()).runs.reduce((sum, run, i) => sum + (i % 2) * run, 0);
  const before = await area();
  await palette.run('grow by');
  await expect.poll(area).toBeGreaterThan(before);
  await palette.run('write a note');
  await page.keyboard.type('by hand');
  await page.keyboard.press('Enter');
  await panel.nameClass('kite');
  await palette.run('delete class kite');
  await expect(panel.row('Object 1')).not.toContainText('kite');
  await palette.run('show the panel');
  await expect(panel.list).toBeHidden();
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('it is opened and used by taps', async ({ app, page }) => {
    const palette = new Palette(app);
    await page.getByRole('button', { name: 'More actions' }).tap();
    await page.getByRole('menuitem', { name: 'Search actions' }).tap();
    await palette.field.fill('theme light');
    await palette.options.first().tap();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(palette.dialog).toBeHidden();
  });
});
