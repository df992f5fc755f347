import { maskArea, maskContains } from '../../src/mask/measure.ts';
import { Editing } from '../pages/editing.ts';
import { Fingers } from '../pages/fingers.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, PHONE, test } from '../pages/test.ts';

test.use(PHONE);
test.beforeEach(async ({ app, page }) => {
  await openSceneWithoutModel(app);
  // It takes its room above the photo, and what fingers aimed at before lies elsewhere then.
  await expect(page.getByText('The model is not running.')).toBeVisible();
});

test('one finger paints, two fingers zoom in between and paint nothing', async ({ app, page }) => {
  const editing = new Editing(app);
  const fingers = new Fingers(page);
  await editing.choose('Brush');
  await fingers.slide(await app.onPage({ x: 300, y: 100 }), await app.onPage({ x: 500, y: 100 }));
  await app.until((facts) => facts.objects === 1);
  const first = await editing.onlyMask();
  expect(maskContains(first, { x: 400, y: 100 })).toBe(true);

  const { viewport } = await app.facts();
  await fingers.pinch(await app.onPage({ x: 450, y: 300 }), 40, 100);
  expect((await app.facts()).viewport.scale / viewport.scale).toBeGreaterThan(1.8);
  expect(await editing.onlyMask()).toEqual(first);

  await fingers.slide(await app.onPage({ x: 400, y: 300 }), await app.onPage({ x: 500, y: 320 }));
  await expect
    .poll(async () => maskContains(await editing.onlyMask(), { x: 450, y: 310 }))
    .toBe(true);
  expect(maskArea(await editing.onlyMask())).toBeGreaterThan(maskArea(first));
  await fingers.tap(await app.onPage({ x: 420, y: 300 }), await app.onPage({ x: 480, y: 300 }));
  await expect.poll(() => editing.onlyMask()).toEqual(first);
});

test('a polygon of taps stands through a pinch and closes on its first corner', async ({
  app,
  page,
}) => {
  const editing = new Editing(app);
  const fingers = new Fingers(page);
  const tap = async (x: number, y: number) => fingers.tap(await app.onPage({ x, y }));
  await editing.choose('Polygon');
  await tap(300, 100);
  await tap(600, 100);
  await fingers.pinch(await app.onPage({ x: 450, y: 250 }), 60, 50);
  await tap(600, 400);
  await tap(300, 400);
  await tap(300, 100);
  await app.until((facts) => facts.objects === 1);
  const area = maskArea(await editing.onlyMask());
  expect(Math.abs(area - 300 * 300)).toBeLessThan(300 * 300 * 0.05);
});

test('a finger drags a point of the outline, two fingers zoom in between, and Apply makes it the mask', async ({
  app,
  page,
}) => {
  const editing = new Editing(app);
  const fingers = new Fingers(page);
  await editing.choose('Rectangle');
  await fingers.slide(await app.onPage({ x: 350, y: 100 }), await app.onPage({ x: 450, y: 200 }));
  await app.until((facts) => facts.objects === 1);
  const before = await editing.onlyMask();
  await editing.choose('Points');
  await fingers.pinch(await app.onPage({ x: 430, y: 180 }), 40, 80);
  await fingers.slide(await app.onPage({ x: 452, y: 202 }), await app.onPage({ x: 490, y: 240 }));
  expect(await editing.onlyMask()).toEqual(before);
  await page.getByRole('button', { name: 'Apply the moved points' }).click();
  expect(maskContains(await editing.onlyMask(), { x: 470, y: 218 })).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
});

test('axe finds nothing serious with the brush in hand on a phone', async ({ app, page }) => {
  await new Editing(app).choose('Brush');
  await expect(page.getByRole('slider', { name: 'Size' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});
