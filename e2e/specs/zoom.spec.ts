import { maskIou } from '../../src/mask/measure.ts';
import { jpegFile } from '../files/files.ts';
import { ballMask, drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { withKnownEmbedding } from '../pages/known-embeddings.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { expect, test } from '../pages/test.ts';

/** A large photo in which the ball is so small that the model sees it as a few pixels. */
const LARGE = { ...scaleScene(SCENE, 4), ball: { centre: { x: 2410, y: 890 }, radius: 44 } };
const BALL = ballMask(LARGE);
const photo = jpegFile('far.jpg', drawScene(LARGE));
const { x, y } = LARGE.ball.centre;

test('a small object is made again at full resolution, in hand and as an object, and undone', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await withKnownEmbedding(app.page, photo, () => app.openFile(photo));
  await app.dragBox({ x0: x - 60, y0: y - 60, x1: x + 60, y1: y + 60 });
  const coarse = await app.mask();
  const before = maskIou(coarse, BALL);
  await app.press('z');
  await expect(page.getByText('Zoom refine…')).toBeVisible();
  const isZoomed = () => page.evaluate(() => window.annotator.view.getState().live?.isZoomed);
  await expect.poll(isZoomed).toBe(true);
  const fine = maskIou(await app.mask(), BALL);
  expect(fine).toBeGreaterThan(before);
  expect(fine).toBeGreaterThan(0.97);
  await app.press('Control+z');
  await app.until((facts) => !facts.pending);
  await expect.poll(isZoomed).toBe(false);
  expect(maskIou(await app.mask(), coarse)).toBe(1);

  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  const panel = new ObjectsPanel(app);
  await panel.row('Object 1').click();
  await page.getByRole('button', { name: /^Zoom refine Object 1/ }).click();
  await expect
    .poll(async () => maskIou((await app.keptMasks())[0] ?? coarse, BALL))
    .toBeGreaterThan(0.97);
  await app.press('Control+z');
  await expect.poll(async () => maskIou((await app.keptMasks())[0] ?? BALL, coarse)).toBe(1);
});

test('with “always” chosen, small objects are zoomed in on automatically', async ({ app }) => {
  const { page } = app;
  await app.open();
  await withKnownEmbedding(app.page, photo, () => app.openFile(photo));
  await page.getByRole('combobox', { name: /^Zoom in on small objects/ }).selectOption('always');
  await app.dragBox({ x0: x - 60, y0: y - 60, x1: x + 60, y1: y + 60 });
  await expect
    .poll(() => page.evaluate(() => window.annotator.view.getState().live?.isZoomed))
    .toBe(true);
  expect(maskIou(await app.mask(), BALL)).toBeGreaterThan(0.97);
});
