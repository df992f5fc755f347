import { maskArea, maskContains } from '../../src/mask/measure.ts';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { Editing } from '../pages/editing.ts';
import { expect, test } from '../pages/test.ts';

const BY = 20 / 3;
const scene = scaleScene(SCENE, BY);
test('strokes and whole-mask changes work on a 24-megapixel photo', async ({ app, page }) => {
  await page.context().route('**/models/manifest.json', (route) => route.abort());
  await app.open();
  await app.chooseFiles(jpegFile('24-megapixels.jpg', drawScene(scene)));
  await app.until(({ photoId, opening }) => photoId !== null && opening === null);
  const editing = new Editing(app);
  await editing.choose('Lasso');
  const { x, y } = scene.ball.centre;
  const around = Array.from({ length: 24 }, (_, i) => {
    const far = scene.ball.radius * (i % 2 === 0 ? 1 : 0.93);
    const angle = (i / 12) * Math.PI;
    return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) };
  });
  await editing.drag(...around);
  const before = await editing.onlyMask();
  expect(before.size).toEqual(scene.size);

  await app.press('b');
  const beside = { x: x - scene.ball.radius - 400, y };
  await editing.drag({ x, y }, beside, { x: beside.x, y: y + 600 }, { x, y: y + 600 });
  const painted = await editing.onlyMask();
  expect(maskContains(painted, beside)).toBe(true);
  expect(maskArea(painted)).toBeGreaterThan(maskArea(before));

  await editing.slide('Grow, shrink', 50);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => maskArea(await editing.onlyMask()))
    .toBeGreaterThan(maskArea(painted));
});
