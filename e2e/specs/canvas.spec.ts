import { maskIou } from '../../src/mask/measure.ts';
import { ball, ballAt, delayModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

test('the wheel zooms about the pointer', async ({ scene: app }) => {
  const before = await app.onPage(ball.centre);
  await app.hover(...ballAt);
  await app.page.mouse.wheel(0, -600);
  await app.until(({ viewport }) => viewport.scale > 2);
  const after = await app.onPage(ball.centre);
  expect(after[0]).toBeCloseTo(before[0], 0);
  expect(after[1]).toBeCloseTo(before[1], 0);
});

test('a click on the zoomed and panned photo lands on the same pixel', async ({ scene: app }) => {
  const { page } = app;
  await app.click(...ballAt);
  const mask = await app.mask();
  await app.press('Escape');
  await app.hover(...ballAt);
  await page.mouse.wheel(0, -700);
  await app.until(({ viewport }) => viewport.scale > 2);
  await app.dragWith('middle', { dx: 90, dy: -70 });
  await app.click(...ballAt);
  const { lastStep } = await app.facts();
  expect(lastStep?.kind === 'point' && Math.abs(lastStep.at.x - ball.centre.x)).toBeLessThan(0.5);
  expect(lastStep?.kind === 'point' && Math.abs(lastStep.at.y - ball.centre.y)).toBeLessThan(0.5);
  expect(maskIou(await app.mask(), mask)).toBeGreaterThan(0.99);
});

test('the middle button pans, and adds nothing', async ({ scene: app }) => {
  const { viewport } = await app.facts();
  await app.dragWith('middle', { dx: 60, dy: 40 });
  const after = await app.facts();
  expect(after.viewport.offset.x - viewport.offset.x).toBeCloseTo(60, 0);
  expect(after.viewport.offset.y - viewport.offset.y).toBeCloseTo(40, 0);
  expect(after.steps).toBe(0);
});

test('space and the left button pan, and add nothing', async ({ scene: app }) => {
  const { viewport } = await app.facts();
  await app.stage.focus();
  await app.page.keyboard.down('Space');
  await app.dragWith('left', { dx: -50, dy: 30 });
  await app.page.keyboard.up('Space');
  const after = await app.facts();
  expect(after.viewport.offset.x - viewport.offset.x).toBeCloseTo(-50, 0);
  expect(after.viewport.offset.y - viewport.offset.y).toBeCloseTo(30, 0);
  expect(after.steps).toBe(0);
});

test('the photo cannot be panned out of sight', async ({ scene: app }) => {
  for (let i = 0; i < 4; i++) await app.dragWith('middle', { dx: 500, dy: 300 });
  const { viewport } = await app.facts();
  expect(viewport.offset.x).toBeLessThan(viewport.stage.width);
  expect(viewport.offset.y).toBeLessThan(viewport.stage.height);
});

test('keys zoom, pan, fit and show actual pixels', async ({ scene: app }) => {
  const fitted = (await app.facts()).viewport;
  await app.press('Shift+Digit1');
  expect((await app.facts()).viewport.scale).toBe(1);
  await app.press('+');
  expect((await app.facts()).viewport.scale).toBeCloseTo(1.25);
  await app.press('ArrowRight');
  const panned = (await app.facts()).viewport;
  await app.press('ArrowLeft');
  expect((await app.facts()).viewport.offset.x).toBeGreaterThan(panned.offset.x);
  await app.press('Shift+Digit0');
  expect((await app.facts()).viewport).toEqual(fitted);
});

test('the readout tells zoom, pixel and, from close by, its colour', async ({ scene: app }) => {
  await app.press('Shift+Digit1');
  await app.hover(600.5, 220.5);
  await expect(app.status).toContainText('100 %');
  await expect(app.status).toContainText(/x 600\s+y 220/);
  await app.page.mouse.wheel(0, -1200);
  await expect(app.status).toContainText(/#c[5-9a-b][2-4][0-9a-f][1-2][0-9a-f]/i);
});

test('the photo is drawn in every device pixel', async ({ browser, baseURL }) => {
  const page = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: { width: 800, height: 600 },
    deviceScaleFactor: 2.5,
  });
  await delayModel(page);
  await page.goto('/?test');
  const drawn = await page.getByTestId('stage-live').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { width, height } = canvas.getBoundingClientRect();
    return { x: canvas.width / width, y: canvas.height / height };
  });
  expect(drawn.x).toBeCloseTo(2.5, 1);
  expect(drawn.y).toBeCloseTo(2.5, 1);
  await page.close();
});

test('holding H shows the photo without masks', async ({ scene: app }) => {
  await app.click(...ballAt);
  await expect.poll(() => app.paintedAt([ballAt[0] + 60, ballAt[1]])).toBe(true);
  await app.stage.focus();
  await app.page.keyboard.down('h');
  await expect.poll(() => app.paintedAt([ballAt[0] + 60, ballAt[1]])).toBe(false);
  await app.page.keyboard.up('h');
  await expect.poll(() => app.paintedAt([ballAt[0] + 60, ballAt[1]])).toBe(true);
});

test('resizing the window keeps the photo in view', async ({ scene: app }) => {
  const size = app.page.viewportSize();
  await app.page.setViewportSize({ width: 900, height: 700 });
  await app.until(({ viewport }) => viewport.stage.width < 900);
  const { viewport } = await app.facts();
  expect(viewport.offset.x + (viewport.image.width * viewport.scale) / 2).toBeCloseTo(
    viewport.stage.width / 2,
    0,
  );
  if (size) await app.page.setViewportSize(size);
});
