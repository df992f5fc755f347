import type { Mask } from '../../src/mask/mask.ts';
import { maskArea, maskContains } from '../../src/mask/measure.ts';
import { Editing } from '../pages/editing.ts';
import { ball, ballAt, openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

const square = { x0: 350, y0: 100, x1: 450, y1: 200 };
const SQUARE_AREA = 100 * 100;

/** Undo walks back through the masks of the only object, and redo leads to the last again. */
async function expectUndoSteps(editing: Editing, masks: readonly Mask[]): Promise<void> {
  const { app } = editing;
  for (const mask of masks.slice(0, -1).reverse()) {
    await app.press('Control+z');
    expect(await editing.onlyMask()).toEqual(mask);
  }
  for (const mask of masks.slice(1)) {
    await app.press('Control+Shift+z');
    expect(await editing.onlyMask()).toEqual(mask);
  }
}

test.describe('by hand', () => {
  test.beforeEach(({ app }) => openSceneWithoutModel(app));

  test('the brush adds, the eraser takes away, and each stroke is undone and redone', async ({
    app,
  }) => {
    const editing = new Editing(app);
    await editing.drawBox(square);
    const before = await editing.onlyMask();
    const [inside, beside] = [
      { x: 400, y: 150 },
      { x: 500, y: 150 },
    ];
    await app.press('b');
    await editing.drag(inside, beside);
    const painted = await editing.onlyMask();
    expect(maskArea(painted)).toBeGreaterThan(maskArea(before));
    expect(maskContains(painted, beside)).toBe(true);
    await app.press('x');
    await editing.drag({ x: 380, y: 150 }, inside);
    const erased = await editing.onlyMask();
    expect(maskContains(erased, inside)).toBe(false);
    expect(maskContains(erased, beside)).toBe(true);
    await expectUndoSteps(editing, [before, painted, erased]);
  });

  test('the brush shows its circle at its size, which keys and Shift with the wheel change', async ({
    app,
  }) => {
    const { page } = app;
    await app.press('b');
    await app.hover(...ballAt);
    const circle = page.getByTestId('brush-circle');
    const width = async () => (await circle.boundingBox())?.width ?? 0;
    const [x, y] = await app.onPage(ball.centre);
    const box = await circle.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(x, 0);
    expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(y, 0);
    const first = await width();
    await app.press(']');
    await expect.poll(width).toBeGreaterThan(first);
    const larger = await width();
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Shift');
    await expect.poll(width).toBeGreaterThan(larger);
    await page.getByRole('slider', { name: 'Size' }).fill('30');
    await app.hover(ballAt[0] + 5, ballAt[1]);
    await expect.poll(width).toBeLessThan(first);
    await page.getByRole('slider', { name: 'Size' }).fill('55');
  });

  test('a stroke is painted while it is drawn, and Escape drops it', async ({ app }) => {
    const { page } = app;
    await app.press('b');
    await page.mouse.move(...(await app.onPage({ x: 300, y: 100 })));
    await page.mouse.down();
    await page.mouse.move(...(await app.onPage({ x: 400, y: 100 })), { steps: 5 });
    await expect.poll(() => app.paintedAt([350, 100])).toBe(true);
    await app.press('Escape');
    await page.mouse.up();
    await expect.poll(() => app.paintedAt([350, 100])).toBe(false);
    expect((await app.facts()).objects).toBe(0);
  });

  test('a polygon makes a new object, and with Alt another one cuts into it', async ({ app }) => {
    const { page } = app;
    const editing = new Editing(app);
    await editing.choose('Polygon');
    const corner = { x: square.x0, y: square.y0 };
    await editing.click(
      corner,
      { x: square.x1, y: square.y0 },
      { x: square.x1, y: square.y1 },
      // A slip, taken back.
      { x: 200, y: 40 },
    );
    await app.press('Backspace');
    await editing.click({ x: square.x0, y: square.y1 }, corner);
    await app.until((facts) => facts.objects === 1);
    await expect(page.getByRole('button', { name: /^Object 1/ })).toBeVisible();
    const area = maskArea(await editing.onlyMask());
    expect(Math.abs(area - SQUARE_AREA)).toBeLessThan(SQUARE_AREA * 0.02);

    await page.keyboard.down('Alt');
    await editing.click(
      { x: 400, y: 50 },
      { x: 500, y: 50 },
      { x: 500, y: 250 },
      { x: 400, y: 250 },
    );
    await page.keyboard.up('Alt');
    await app.press('Enter');
    await expect
      .poll(async () => maskArea(await editing.onlyMask()))
      .toBeLessThan(SQUARE_AREA * 0.52);
    await app.press('Control+z');
    expect(maskArea(await editing.onlyMask())).toBe(area);
    await app.press('Control+z');
    await app.until((facts) => facts.objects === 0);
  });

  test('a double-click closes a polygon, and Escape drops an unfinished one', async ({ app }) => {
    const { page } = app;
    const editing = new Editing(app);
    await app.press('p');
    await editing.click({ x: 350, y: 100 }, { x: 450, y: 100 });
    await page.mouse.dblclick(...(await app.onPage({ x: 450, y: 200 })));
    await app.until((facts) => facts.objects === 1);
    const area = maskArea(await editing.onlyMask());
    expect(Math.abs(area - SQUARE_AREA / 2)).toBeLessThan(SQUARE_AREA * 0.02);
    await editing.click({ x: 100, y: 100 }, { x: 200, y: 100 }, { x: 200, y: 200 });
    await app.press('Escape');
    await app.press('Enter');
    expect(maskArea(await editing.onlyMask())).toBe(area);
  });

  test('lasso and rectangle add, and take away where that is chosen', async ({ app }) => {
    const { page } = app;
    const editing = new Editing(app);
    await editing.drawBox(square);
    await app.until((facts) => facts.objects === 1);
    const area = maskArea(await editing.onlyMask());
    await page.getByRole('button', { name: 'Subtract' }).click();
    await app.press('l');
    await editing.drag(
      { x: 330, y: 80 },
      { x: 400, y: 80 },
      { x: 400, y: 220 },
      { x: 330, y: 220 },
    );
    const half = maskArea(await editing.onlyMask());
    expect(Math.abs(half - area / 2)).toBeLessThan(area * 0.03);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await editing.drawBox(square);
    await expect.poll(async () => maskArea(await editing.onlyMask())).toBeCloseTo(area, -3);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`in ${scheme}, axe finds nothing serious with a tool's options and a preview open`, async ({
      app,
    }) => {
      const editing = new Editing(app);
      await app.chooseTheme(scheme);
      await app.press('b');
      expect(await seriousFaults(app.page), 'brush').toEqual([]);
      await editing.drawBox(square);
      await editing.slide('Grow, shrink', 5);
      expect(await seriousFaults(app.page), 'rectangle and preview').toEqual([]);
    });
  }
});

test('a mask of the model is mended with the brush, and each stroke is undone and redone', async ({
  scene: app,
}) => {
  const editing = new Editing(app);
  await app.click(...ballAt);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  const before = await editing.onlyMask();
  await editing.select('Object 1');
  await app.press('b');
  const beside = { x: ball.centre.x - ball.radius - 30, y: ball.centre.y };
  await editing.drag({ x: ball.centre.x - ball.radius, y: ball.centre.y }, beside);
  const painted = await editing.onlyMask();
  expect(maskArea(painted)).toBeGreaterThan(maskArea(before));
  expect(maskContains(painted, beside)).toBe(true);
  expect(maskContains(painted, { x: beside.x - 60, y: beside.y })).toBe(false);

  await app.press('x');
  await editing.drag({ x: ball.centre.x - 20, y: ball.centre.y }, ball.centre);
  const erased = await editing.onlyMask();
  expect(maskContains(erased, ball.centre)).toBe(false);
  expect(maskContains(erased, beside)).toBe(true);

  await expectUndoSteps(editing, [before, painted, erased]);
  await app.press('v');
});
