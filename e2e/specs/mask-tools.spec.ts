import { maskArea, maskContains } from '../../src/mask/measure.ts';
import { Editing } from '../pages/editing.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const square = { x0: 350, y0: 100, x1: 450, y1: 200 };

test.beforeEach(({ app }) => openSceneWithoutModel(app));

test('growing is previewed, and cancelled leaves the mask as it was', async ({ app }) => {
  const { page } = app;
  const editing = new Editing(app);
  await editing.drawBox(square);
  const before = await editing.onlyMask();
  await editing.slide('Grow, shrink', 10);
  const preview = await editing.previewed();
  expect(preview && maskArea(preview)).toBeGreaterThan(maskArea(before) * 1.3);
  expect(await editing.onlyMask()).toEqual(before);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await editing.previewed()).toBeNull();
  await editing.slide('Grow, shrink', -3);
  await page.keyboard.press('Escape');
  expect(await editing.previewed()).toBeNull();
  expect(await editing.onlyMask()).toEqual(before);

  await editing.slide('Grow, shrink', 10);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => editing.onlyMask()).toEqual(preview);
  await app.press('Control+z');
  expect(await editing.onlyMask()).toEqual(before);
});

test('holes are filled, specks dropped, edges smoothed', async ({ app }) => {
  const { page } = app;
  const editing = new Editing(app);
  const apply = page.getByRole('button', { name: 'Apply' });
  await editing.drawBox(square);
  const whole = maskArea(await editing.onlyMask());
  await page.keyboard.down('Alt');
  await editing.drawBox({ x0: 390, y0: 140, x1: 400, y1: 150 });
  await page.keyboard.up('Alt');
  await editing.drawBox({ x0: 500, y0: 120, x1: 505, y1: 125 });
  await expect(page.getByText('2 parts, 1 hole')).toBeVisible();
  await editing.slide('Fill holes', 25);
  await expect(page.getByText('2 parts, 0 holes')).toBeVisible();
  // The second slider adds to the first: one Apply, one step.
  await editing.slide('Drop specks', 20);
  await expect(page.getByText('1 part, 0 holes')).toBeVisible();
  await apply.click();
  expect(maskArea(await editing.onlyMask())).toBe(whole);
  await app.press('Control+z');
  await expect(page.getByText('2 parts, 1 hole')).toBeVisible();
  await app.press('Control+Shift+z');
  await editing.slide('Smooth', 8);
  await apply.click();
  await expect.poll(async () => maskArea(await editing.onlyMask())).toBeLessThan(whole);
  expect(maskContains(await editing.onlyMask(), { x: square.x0 + 1, y: square.y0 + 1 })).toBe(
    false,
  );
});

test('an object is split into its parts', async ({ app }) => {
  const { page } = app;
  const editing = new Editing(app);
  await editing.drawBox(square);
  await editing.drawBox({ x0: 500, y0: 120, x1: 540, y1: 160 });
  await page.getByRole('button', { name: 'Split into parts' }).click();
  await app.until((facts) => facts.objects === 2);
  const [large, small] = await app.keptMasks();
  expect(large && maskContains(large, { x: 400, y: 150 })).toBe(true);
  expect(small && maskContains(small, { x: 520, y: 140 })).toBe(true);
  await app.press('Control+z');
  await app.until((facts) => facts.objects === 1);
});

test('without overlap, a new mask is cut where an older one is, in one undo step', async ({
  app,
}) => {
  const { page } = app;
  const editing = new Editing(app);
  await editing.drawBox(square);
  await page.getByRole('checkbox', { name: 'No overlap' }).check();
  await page.getByRole('button', { name: 'New object' }).click();
  await editing.drawBox({ x0: 400, y0: 100, x1: 500, y1: 200 });
  await app.until((facts) => facts.objects === 2);
  const [older, newer] = await app.keptMasks();
  expect(older && maskContains(older, { x: 425, y: 150 })).toBe(true);
  expect(newer && maskContains(newer, { x: 425, y: 150 })).toBe(false);
  expect(newer && maskContains(newer, { x: 475, y: 150 })).toBe(true);
  await app.press('Control+z');
  await app.until((facts) => facts.objects === 1);
  await page.getByRole('checkbox', { name: 'No overlap' }).uncheck();
});
