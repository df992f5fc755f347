import type { Page } from '@playwright/test';
import { maskIou } from '../../src/mask/measure.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { Fingers } from '../pages/fingers.ts';
import { ball, ballAt, openScene, plateAt } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, PHONE, test } from '../pages/test.ts';

const meadowAt = [480, 300] as const;

const divider = (page: Page) => page.getByRole('slider', { name: /^Divider/ });

/** Every comparison is with the same clicks. */
async function clickBall(app: AnnotatorPage): Promise<void> {
  await app.click(...ballAt);
  await app.until(({ models }) => models.join() === 'robust,plain');
}

test.describe('both compared', () => {
  test.beforeEach(async ({ scene: app }) => {
    await app.chooseModel('Compare');
    await app.page.getByRole('button', { name: 'Wipe' }).click();
  });
  test.afterEach(({ scene: app }) => app.chooseModel('RobustSAM'));

  test('one click gets both masks, with figures in words', async ({ scene: app }) => {
    const { page } = app;
    await clickBall(app);
    const iou = maskIou(await app.mask('robust'), await app.mask('plain'));
    await expect(page.getByText(/^The masks /)).toContainText(`Their IoU is ${iou.toFixed(3)}`);
    for (const row of ['Area', 'Predicted IoU', 'Time'])
      await expect(page.getByRole('row', { name: row }).getByRole('cell')).toHaveText([/\d/, /\d/]);
    await expect(page.locator('.side-label')).toHaveText([
      /^Plain SAM ?predicted IoU \d/,
      /^RobustSAM ?predicted IoU \d/,
    ]);
  });

  test('the divider moves by mouse, and the photo under its line takes clicks', async ({
    scene: app,
  }) => {
    const { page } = app;
    const handle = await divider(page).boundingBox();
    if (!handle) throw new Error('the handle is not visible');
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const [toX] = await app.onPage(ball.centre);
    await page.mouse.move(toX, y + 40, { steps: 6 });
    await page.mouse.up();
    await app.until(({ wipe }) => Math.abs(wipe - ball.centre.x / 900) < 0.005);
    await clickBall(app);
    expect((await app.facts()).lastStep).toMatchObject({ kind: 'point', label: 'include' });
  });

  test('the divider moves by keys, to its ends too, and says where it is', async ({
    scene: app,
  }) => {
    const { page } = app;
    const { viewport } = await app.facts();
    await divider(page).focus();
    await page.keyboard.press('Home');
    await app.until(({ wipe }) => wipe === 0);
    await page.keyboard.press('ArrowRight');
    await expect(divider(page)).toHaveAttribute('aria-valuenow', '2');
    await page.keyboard.press('End');
    await expect(divider(page)).toHaveAttribute('aria-valuenow', '100');
    for (let i = 0; i < 5; i++) await page.keyboard.press('PageDown');
    await app.until(({ wipe }) => Math.abs(wipe - 0.5) < 1e-6);
    expect((await app.facts()).viewport).toEqual(viewport);
  });

  test('the divider stays on its place of the photo while I zoom and pan', async ({
    scene: app,
  }) => {
    const { page } = app;
    const offset = async () => {
      const { viewport, wipe } = await app.facts();
      const [x] = await app.onPage({ x: wipe * viewport.image.width, y: 0 });
      const box = await divider(page).boundingBox();
      return box ? box.x + box.width / 2 - x : Number.NaN;
    };
    expect(await offset()).toBeCloseTo(0, 0);
    await app.hover(450, 300);
    await page.mouse.wheel(0, -500);
    await app.until(({ viewport }) => viewport.scale > 1.5);
    await app.dragWith('middle', { dx: 120, dy: 30 });
    expect(await offset()).toBeCloseTo(0, 0);
  });

  test('side by side, a click on either photo lands on the same pixel', async ({ scene: app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Side by side' }).click();
    await app.until(({ viewport }) => viewport.stage.width < 700);
    for (const name of ['Plain SAM', 'RobustSAM'] as const) {
      const stage = app.stageOf(name);
      const before = (await app.facts()).steps;
      await page.mouse.click(...(await app.onPage(ball.centre, stage)));
      await app.until(({ steps, pending }) => steps === before + 1 && !pending);
      const { lastStep } = await app.facts();
      expect(lastStep?.kind === 'point' && lastStep.at.x, name).toBeCloseTo(ball.centre.x, 0);
      expect(lastStep?.kind === 'point' && lastStep.at.y, name).toBeCloseTo(ball.centre.y, 0);
      await page.waitForTimeout(450);
    }
    await expect.poll(() => app.paintedAt([560, 200], app.stageOf('Plain SAM'))).toBe(true);
    await expect.poll(() => app.paintedAt([560, 200], app.stageOf('RobustSAM'))).toBe(true);
  });

  test('side by side, the other photo shows where I point, and both zoom together', async ({
    scene: app,
  }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Preview under the pointer' }).click();
    await app.press('Shift+M');
    await app.until(({ viewport }) => viewport.stage.width < 700);
    const [left, right] = [app.stageOf('Plain SAM'), app.stageOf('RobustSAM')];
    await page.mouse.move(...(await app.onPage({ x: 300, y: 100 }, right)), { steps: 3 });
    const { viewport } = await app.facts();
    const beside = 8 / viewport.scale;
    await expect.poll(() => app.paintedAt([300 + beside, 100], left)).toBe(true);
    expect(await app.paintedAt([300 + beside, 100], right)).toBe(false);
    await page.mouse.wheel(0, -400);
    await app.until(({ viewport: zoomed }) => zoomed.scale > 1.5 * viewport.scale);
    await page.getByRole('button', { name: 'Preview under the pointer' }).click();
    await app.press('Shift+M');
    await app.until(({ viewport: wide }) => wide.stage.width > 700);
  });

  test('Enter keeps RobustSAM’s mask, “Keep plain” the other', async ({ scene: app }) => {
    const { page } = app;
    await clickBall(app);
    const robust = await app.mask('robust');
    await app.press('Enter');
    await app.until(({ objects, steps }) => objects === 1 && steps === 0);
    await app.click(...plateAt);
    await app.until(({ models }) => models.length === 2);
    const plain = await app.mask('plain');
    await page.getByRole('button', { name: 'Keep plain' }).click();
    await app.until(({ objects, steps }) => objects === 2 && steps === 0);
    const [first, second] = await app.keptMasks();
    expect(first && maskIou(first, robust)).toBe(1);
    expect(second && maskIou(second, plain)).toBe(1);
    await expect(page.getByRole('button', { name: /^Object 1/ })).toContainText('RobustSAM');
    await expect(page.getByRole('button', { name: /^Object 2/ })).toContainText('Plain SAM');
  });

  test('a double-click keeps the mask it is made on', async ({ scene: app }) => {
    const { page } = app;
    await divider(page).focus();
    await page.keyboard.press('End');
    await page.mouse.dblclick(...(await app.onPage(ball.centre)));
    await app.until(({ objects, steps }) => objects === 1 && steps === 0);
    await expect(page.getByRole('button', { name: /^Object 1/ })).toContainText('Plain SAM');
    await divider(page).focus();
    await page.keyboard.press('Home');
    await page.mouse.dblclick(...(await app.onPage(ball.centre)));
    await app.until(({ objects, steps }) => objects === 2 && steps === 0);
    await expect(page.getByRole('button', { name: /^Object 2/ })).toContainText('RobustSAM');
    for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
  });

  test('both outlines lie over each other, and hatching goes by its key and comes back', async ({
    scene: app,
  }) => {
    const { page } = app;
    // Around the ball the two masks differ by pixels that lie under the outlines; on the meadow by more.
    await app.click(...meadowAt);
    await app.until(({ models }) => models.join() === 'robust,plain');
    const hatches = page.getByRole('checkbox', { name: /^Hatch where they differ/ });
    await page.getByRole('button', { name: 'Both outlines' }).click();
    await expect(page.locator('.outline-labels > .side-label')).toHaveText([
      /^Plain SAM ?predicted IoU \d/,
      /^RobustSAM ?predicted IoU \d/,
    ]);
    await app.press('Shift+K');
    await expect(hatches).not.toBeChecked();
    // Outlines alone: nothing is within them.
    await expect.poll(() => app.paintedAt([250, 200])).toBe(false);
    const outlines = await paintedPixels(page);
    expect(outlines).toBeGreaterThan(0);
    await hatches.check();
    await expect.poll(() => paintedPixels(page)).toBeGreaterThan(outlines);
    await app.press('Shift+K');
    await expect.poll(() => paintedPixels(page)).toBe(outlines);
    await hatches.check();
    await page.getByRole('button', { name: 'Wipe' }).click();
  });

  test('an object is the truth for both, and the nearer mask is the one that Enter keeps', async ({
    scene: app,
  }) => {
    const { page } = app;
    await clickBall(app);
    await page.getByRole('button', { name: 'Keep plain' }).click();
    await app.until(({ objects }) => objects === 1);
    await page.getByRole('combobox', { name: 'Truth' }).selectOption('Object 1');
    await clickBall(app);
    await expect(page.getByText('Plain SAM is nearer to Object 1.')).toBeVisible();
    const [plain, robust] = await page
      .getByRole('row', { name: 'IoU with the truth' })
      .getByRole('cell')
      .allTextContents();
    expect(plain).toBe('1.000');
    expect(Number(robust)).toBeLessThan(1);
    await expect(page.getByRole('row', { name: 'Boundary IoU' }).getByRole('cell')).toHaveText([
      '1.000',
      /^0\.\d{3}$/,
    ]);
    await expect(page.getByRole('button', { name: /^Keep plain .*Enter/ })).toBeVisible();
    await app.press('Enter');
    await app.until(({ objects }) => objects === 2);
    await expect(page.getByRole('button', { name: /^Object 2/ })).toContainText('Plain SAM');
  });

  test('undo and redo walk through the prompt for both', async ({ scene: app }) => {
    await clickBall(app);
    const plain = await app.mask('plain');
    await app.click(...plateAt);
    await app.press('Control+z');
    await app.until(({ steps, models, pending }) => steps === 1 && models.length === 2 && !pending);
    await expect(async () => expect(maskIou(await app.mask('plain'), plain)).toBe(1)).toPass();
    await app.press('Control+z');
    await app.until(({ steps, models }) => steps === 0 && models.length === 0);
    await app.press('Control+Shift+z');
    await app.until(({ steps, models }) => steps === 1 && models.length === 2);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`in ${theme}, axe finds nothing serious`, async ({ scene: app }) => {
      const { page } = app;
      await app.chooseTheme(theme);
      await clickBall(app);
      await expect(page.getByText(/^The masks /)).toBeVisible();
      expect(await seriousFaults(page), 'wipe').toEqual([]);
      await app.press('Shift+M');
      await app.until(({ viewport }) => viewport.stage.width < 700);
      expect(await seriousFaults(page), 'side by side').toEqual([]);
    });
  }
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('a finger moves the divider, and the two photos lie one above the other', async ({
    app,
    page,
  }) => {
    await openScene(app);
    await app.chooseModel('Compare');
    const fingers = new Fingers(page);
    await fingers.tap(await app.onPage(ball.centre));
    await app.until(({ models }) => models.length === 2);
    const handle = await divider(page).boundingBox();
    if (!handle) throw new Error('the handle is not visible');
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await fingers.slide([x, y], [x + 80, y + 10]);
    await app.until(({ wipe }) => wipe > 0.6);
    expect((await app.facts()).steps).toBe(1);
    const [upper, lower] = [app.stageOf('Plain SAM'), app.stageOf('RobustSAM')];
    // A busy page may take a tap this soon after a slide for a part of it.
    await expect(async () => {
      await page.getByRole('button', { name: 'Side by side' }).tap();
      await expect(lower).toBeVisible({ timeout: 5_000 });
    }).toPass();
    const [above, below] = [await upper.boundingBox(), await lower.boundingBox()];
    expect(above && below && above.y + above.height).toBeLessThanOrEqual(below?.y ?? 0);
    await fingers.tap(await app.onPage({ x: plateAt[0], y: plateAt[1] }, lower));
    await app.until(({ steps, pending }) => steps === 2 && !pending);
    await expect(page.getByRole('button', { name: 'Keep robust' })).toBeInViewport({ ratio: 1 });
  });
});

/** How many pixels of the masks' canvas are not clear, once what changed is painted. */
function paintedPixels(page: Page): Promise<number> {
  return page.getByTestId('stage-live').evaluate(async (canvas: HTMLCanvasElement) => {
    // Painted in the next frame; the one after it comes when that is done.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return data?.filter((value, i) => i % 4 === 3 && value > 0).length ?? 0;
  });
}
