import { maskContains, maskIou } from '../../src/mask/measure.ts';
import { ballMask, SCENE } from '../files/scene.ts';
import { Fingers } from '../pages/fingers.ts';
import { AROUND_BOTH, ballAt, openScene, plateAt } from '../pages/scene-page.ts';
import { expect, PHONE, test } from '../pages/test.ts';

test.use(PHONE);
test.beforeEach(({ app }) => openScene(app));

test('taps include and, switched over, exclude', async ({ app, page }) => {
  const fingers = new Fingers(page);
  // What a tap asks for is tested here, not how well the trained head has learnt.
  await app.chooseModel('Plain SAM');
  await fingers.tap(await app.onPage(ballAtPoint()));
  await app.until((facts) => facts.steps === 1 && !facts.pending);
  await fingers.tap(await app.onPage({ x: plateAt[0], y: plateAt[1] }));
  await app.until((facts) => facts.steps === 2 && !facts.pending);
  await page.getByRole('button', { name: 'Taps exclude' }).tap();
  await fingers.tap(await app.onPage({ x: plateAt[0] + 50, y: plateAt[1] + 35 }));
  await app.until((facts) => facts.steps === 3 && !facts.pending);
  expect(maskContains(await app.mask(), { x: plateAt[0], y: plateAt[1] })).toBe(false);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.95);
});

test('a long press and a drag make a box', async ({ app, page }) => {
  const fingers = new Fingers(page);
  await fingers.longPressDrag(
    await app.onPage({ x: AROUND_BOTH.x0, y: AROUND_BOTH.y0 }),
    await app.onPage({ x: AROUND_BOTH.x1, y: AROUND_BOTH.y1 }),
  );
  await app.until((facts) => facts.lastStep?.kind === 'box' && !facts.pending);
});

test('the button that keeps a mask stays on the screen, however wide its candidates are', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await new Fingers(page).longPressDrag(
    await app.onPage({ x: AROUND_BOTH.x0, y: AROUND_BOTH.y0 }),
    await app.onPage({ x: AROUND_BOTH.x1, y: AROUND_BOTH.y1 }),
  );
  await app.until((facts) => facts.lastStep?.kind === 'box' && !facts.pending);
  const keep = page.getByRole('button', { name: 'Keep' });
  await expect(keep).toBeVisible();
  const right = await keep.evaluate((button) => button.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(320);
});

test('comparing, models and layouts all lie on the narrowest phone’s screen', async ({
  app,
  page,
}) => {
  const width = 360;
  await page.setViewportSize({ width, height: 740 });
  await app.chooseModel('Compare');
  for (const name of ['Wipe', 'Side by side', 'Both outlines', 'RobustSAM', 'Plain SAM']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(box?.x, name).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? Infinity) + (box?.width ?? 0), name).toBeLessThanOrEqual(width);
  }
});

test('the photo stays under the finger when a mask comes, is kept, and another tool is taken', async ({
  app,
  page,
}) => {
  const before = await app.onPage(ballAtPoint());
  const isWhereItWas = async (when: string) =>
    expect(await app.onPage(ballAtPoint()), when).toEqual(before);
  await new Fingers(page).tap(before);
  await app.until((facts) => facts.steps === 1 && !facts.pending);
  await isWhereItWas('mask in hand');
  await page.getByRole('button', { name: 'Keep' }).tap();
  await app.until((facts) => facts.objects === 1);
  await isWhereItWas('kept');
  await page.getByRole('button', { name: 'Brush' }).tap();
  await isWhereItWas('brush in hand');
});

test('two fingers zoom about their middle, and add nothing', async ({ app, page }) => {
  const [x, y] = await app.onPage({ x: 450, y: 300 });
  const { viewport } = await app.facts();
  await new Fingers(page).pinch([x, y], 40, 120);
  const after = await app.facts();
  expect(after.viewport.scale / viewport.scale).toBeGreaterThan(2);
  const [afterX, afterY] = await app.onPage({ x: 450, y: 300 });
  expect(Math.hypot(afterX - x, afterY - y)).toBeLessThan(12);
  expect(after.steps).toBe(0);
});

test('a tap of two fingers undoes', async ({ app, page }) => {
  const fingers = new Fingers(page);
  const at = await app.onPage(ballAtPoint());
  await fingers.tap(at);
  await app.until((facts) => facts.steps === 1 && !facts.pending);
  await fingers.tap([at[0] - 20, at[1]], [at[0] + 20, at[1]]);
  await app.until((facts) => facts.steps === 0);
});

function ballAtPoint() {
  return { x: ballAt[0], y: ballAt[1] };
}
