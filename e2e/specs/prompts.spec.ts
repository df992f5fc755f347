import { maskArea, maskBox, maskContains, maskIou } from '../../src/mask/measure.ts';
import { ballMask, SCENE } from '../files/scene.ts';
import { AROUND_BOTH, ball, ballAt, plate, plateAt } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const OFF_THE_OBJECTS = [420, 90] as const;

test.describe('on my own photo', () => {
  test('a click on an object gives its mask, to the pixel', async ({ scene: app }) => {
    await app.click(...ballAt);
    expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
  });

  test('a dragged box gives the object in it', async ({ scene: app }) => {
    await app.dragBox({
      x0: plate.x0 - 10,
      y0: plate.y0 - 10,
      x1: plate.x1 + 10,
      y1: plate.y1 + 10,
    });
    const box = maskBox(await app.mask());
    for (const edge of ['x0', 'y0', 'x1', 'y1'] as const) {
      expect(Math.abs((box?.[edge] ?? Number.NaN) - plate[edge])).toBeLessThanOrEqual(3);
    }
  });

  test('a box dragged from the lower right is the same box', async ({ scene: app }) => {
    const { x0, y0, x1, y1 } = AROUND_BOTH;
    await app.dragBox({ x0: x1, y0: y1, x1: x0, y1: y0 });
    const { lastStep } = await app.facts();
    expect(lastStep?.kind === 'box' && lastStep.box.x0).toBeCloseTo(x0, -1);
    expect(lastStep?.kind === 'box' && lastStep.box.y1).toBeCloseTo(y1, -1);
  });

  test('an exclude click takes one of two objects away', async ({ scene: app }) => {
    await app.dragBox(AROUND_BOTH);
    const both = await app.mask();
    await app.excludeClick(...plateAt);
    const one = await app.mask();
    expect(maskArea(one)).toBeLessThan(maskArea(both));
    expect(maskIou(one, ballMask(SCENE))).toBeGreaterThan(0.97);
  });

  test('Alt and a click excludes too', async ({ scene: app }) => {
    const { page } = app;
    await app.dragBox(AROUND_BOTH);
    await page.keyboard.down('Alt');
    await app.click(...plateAt);
    await page.keyboard.up('Alt');
    expect(maskContains(await app.mask(), { x: plateAt[0], y: plateAt[1] })).toBe(false);
  });

  test('a further click adds to the mask', async ({ scene: app }) => {
    await app.click(...ballAt);
    await app.click(...plateAt);
    const mask = await app.mask();
    expect(maskContains(mask, ball.centre)).toBe(true);
    expect(maskContains(mask, { x: plateAt[0], y: plateAt[1] })).toBe(true);
  });

  test('hovering shows the mask under the pointer, and leaving the photo hides it', async ({
    scene: app,
  }) => {
    await app.hover(...ballAt);
    await app.until((facts) => facts.hasHoverMask);
    await expect.poll(() => app.paintedAt(ballAt)).toBe(true);
    await app.page.mouse.move(2, 2);
    await app.until((facts) => !facts.hasHoverMask);
    await expect.poll(() => app.paintedAt(ballAt)).toBe(false);
  });

  test('hovering shows nothing once it is switched off', async ({ scene: app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Preview under the pointer' }).click();
    await app.hover(...ballAt);
    await app.hover(...plateAt);
    // A click goes through the same queue: after its answer, a preview would have come.
    await app.click(...ballAt);
    await app.press('Escape');
    expect((await app.facts()).hasHoverMask).toBe(false);
    await page.getByRole('button', { name: 'Preview under the pointer' }).click();
  });

  test('Tab goes through the candidates and comes round', async ({ scene: app }) => {
    const { page } = app;
    await app.click(...ballAt);
    const { tokens, token: best } = await app.facts();
    expect(tokens).toHaveLength(3);
    expect(best).toBe(tokens[0]);
    for (const next of [tokens[1], tokens[2], tokens[0]]) {
      await app.press('Tab');
      await app.until((facts) => facts.token === next && !facts.pending);
    }
    const shown = page
      .getByRole('group', { name: 'Candidate masks' })
      .getByRole('button', { pressed: true });
    await expect(shown).toHaveCount(1);
  });

  test('a candidate chip shows its mask', async ({ scene: app }) => {
    const { page } = app;
    await app.click(...ballAt);
    const { token } = await app.facts();
    const chips = page.getByRole('group', { name: 'Candidate masks' });
    await chips.getByRole('button', { pressed: false }).first().click();
    await app.until((facts) => facts.token !== token && !facts.pending);
  });

  test('undo and redo walk through the prompt', async ({ scene: app }) => {
    await app.dragBox(AROUND_BOTH);
    const both = await app.mask();
    await app.excludeClick(...plateAt);
    const one = await app.mask();
    await app.press('Control+z');
    await app.until((facts) => facts.steps === 1 && !facts.pending);
    expect(maskIou(await app.mask(), both)).toBe(1);
    await app.press('Control+z');
    await app.until((facts) => facts.steps === 0 && facts.token === null);
    await app.press('Control+Shift+z');
    await app.press('Control+Shift+z');
    await app.until((facts) => facts.steps === 2 && !facts.pending);
    expect(maskIou(await app.mask(), one)).toBe(1);
  });

  test('Escape drops the prompt, and undo brings it back', async ({ scene: app }) => {
    await app.click(...ballAt);
    const mask = await app.mask();
    await app.press('Escape');
    await app.until((facts) => facts.steps === 0 && facts.token === null);
    await app.press('Control+z');
    await app.until((facts) => facts.steps === 1 && facts.token !== null && !facts.pending);
    expect(maskIou(await app.mask(), mask)).toBe(1);
  });

  test('Escape while a box is dragged adds nothing', async ({ scene: app }) => {
    const { page } = app;
    await page.mouse.move(...(await app.onPage({ x: 100, y: 100 })));
    await page.mouse.down();
    await page.mouse.move(...(await app.onPage({ x: 300, y: 300 })), { steps: 4 });
    await app.press('Escape');
    await page.mouse.up();
    expect((await app.facts()).steps).toBe(0);
  });

  test('Enter keeps the mask as an object, and the next click starts the next one', async ({
    scene: app,
  }) => {
    const { page } = app;
    await app.click(...ballAt);
    const mask = await app.mask();
    await app.press('Enter');
    await expect(page.getByRole('button', { name: /^Object 1/ })).toBeVisible();
    const [kept] = await app.keptMasks();
    expect(kept && maskIou(kept, mask)).toBe(1);
    await app.click(...plateAt);
    await app.press('Enter');
    await expect(page.getByRole('button', { name: /^Object 2/ })).toBeVisible();
    await app.press('Control+z');
    await app.until((facts) => facts.objects === 1 && facts.steps === 1);
  });

  test('a double-click keeps the mask at once', async ({ scene: app }) => {
    const { page } = app;
    await page.mouse.dblclick(...(await app.onPage(ball.centre)));
    await app.until((facts) => facts.objects === 1 && facts.steps === 0);
    const [kept] = await app.keptMasks();
    expect(kept && maskIou(kept, ballMask(SCENE))).toBeGreaterThan(0.97);
  });

  test('a click right after Escape starts over, be it where the last one was', async ({
    scene: app,
  }) => {
    const { page } = app;
    const at = await app.onPage(ball.centre);
    await page.mouse.click(...at);
    await page.keyboard.press('Escape');
    await page.mouse.click(...at);
    await app.until((facts) => facts.steps === 1 && !facts.pending);
    expect((await app.facts()).objects).toBe(0);
  });

  test('a deleted object comes back with undo', async ({ scene: app }) => {
    const { page } = app;
    await app.click(...ballAt);
    await app.press('Enter');
    await page.getByRole('button', { name: /^Object 1/ }).click();
    await page.getByRole('button', { name: 'Delete Object 1' }).click();
    await app.until((facts) => facts.objects === 0);
    await app.press('Control+z');
    await app.until((facts) => facts.objects === 1);
  });

  test('a click beside the photo adds nothing', async ({ scene: app }) => {
    const { page } = app;
    await page.mouse.click(...(await app.onPage({ x: -20, y: 300 })));
    expect((await app.facts()).steps).toBe(0);
  });

  test('F and G at the pointer include and exclude', async ({ scene: app }) => {
    await app.hover(...ballAt);
    await app.press('f');
    await app.until((facts) => facts.steps === 1 && !facts.pending);
    await app.hover(...OFF_THE_OBJECTS);
    await app.press('g');
    await app.until((facts) => facts.steps === 2 && !facts.pending);
    expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.95);
  });
});
