import { maskArea, maskContains } from '../../src/mask/measure.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

const SQUARE = { x0: 350, y0: 100, x1: 450, y1: 200 };
const CORNER = { x: 450, y: 200 };
const NEIGHBOUR = { x0: 500, y0: 80, x1: 600, y1: 240 };

const undoButton = (app: AnnotatorPage) => app.page.getByRole('button', { name: /^Undo/ }).first();

/** Below the photo on narrow screens, beside the tool's choices on wide ones. */
const line = (app: AnnotatorPage, words: string) =>
  app.page.getByText(words).filter({ visible: true }).first();

/** Two objects: the second one's points are shown, and the first lies to the right of it. */
async function outlineBesideNeighbour(app: AnnotatorPage): Promise<Editing> {
  const editing = new Editing(app);
  await editing.drawBox(NEIGHBOUR);
  await app.press('Enter');
  await editing.drawBox(SQUARE);
  await app.press('u');
  return editing;
}

/** The only object, whose points are shown. */
async function outlineSquare(app: AnnotatorPage): Promise<Editing> {
  const editing = new Editing(app);
  await editing.drawBox(SQUARE);
  await app.press('u');
  await expect(line(app, 'Object 1, 4 points')).toBeVisible();
  return editing;
}

test.beforeEach(({ app }) => openSceneWithoutModel(app));

test('I drag a corner of the outline, and Enter makes it the mask in one step', async ({ app }) => {
  const editing = await outlineSquare(app);
  const before = await editing.onlyMask();
  await editing.drag(CORNER, { x: 480, y: 240 });
  expect(await editing.onlyMask()).toEqual(before);
  await app.press('Enter');
  const after = await editing.onlyMask();
  expect(maskContains(after, { x: 470, y: 226 })).toBe(true);
  // A parallelogram more on two sides.
  expect(maskArea(after)).toBeGreaterThan(maskArea(before) + 2_000);
  await expect(undoButton(app)).toHaveAccessibleName(/move points of Object 1/);
  await app.press('Control+z');
  expect(await editing.onlyMask()).toEqual(before);
  await app.press('Control+Shift+z');
  expect(await editing.onlyMask()).toEqual(after);
});

test('a line gives a new point, the right button takes one away, undo takes back the last thing, Esc all', async ({
  app,
  page,
}) => {
  const editing = await outlineSquare(app);
  const before = await editing.onlyMask();
  await editing.drag({ x: 400, y: 100 }, { x: 400, y: 60 });
  await expect(line(app, 'Object 1, 5 points')).toBeVisible();
  await page.mouse.click(...(await app.onPage({ x: 350, y: 200 })), { button: 'right' });
  await expect(line(app, 'Object 1, 4 points')).toBeVisible();
  await app.press('Control+z');
  await expect(line(app, 'Object 1, 5 points')).toBeVisible();
  await app.press('Control+z');
  await expect(line(app, 'Object 1, 4 points')).toBeVisible();
  await editing.drag(CORNER, { x: 480, y: 240 });
  await app.press('Escape');
  await app.press('Enter');
  expect(await editing.onlyMask()).toEqual(before);
});

test('by keys alone: T goes to the next point, arrows move it, Delete drops it, and what I leave is kept', async ({
  app,
}) => {
  const editing = await outlineSquare(app);
  const before = await editing.onlyMask();
  await app.press('t');
  for (let i = 0; i < 4; i++) await app.press('ArrowLeft');
  await app.press('Shift+ArrowUp');
  await app.press('v');
  const moved = await editing.onlyMask();
  expect(maskArea(moved)).toBeGreaterThan(maskArea(before));
  await app.press('u');
  await app.press('t');
  await app.press('Delete');
  await expect(line(app, 'Object 1, 3 points')).toBeVisible();
  await app.press('Enter');
  expect(maskArea(await editing.onlyMask())).toBeLessThan(maskArea(before));
});

test('a dragged point snaps to the outline of the object beside it, and doesn’t once that is off', async ({
  app,
  page,
}) => {
  const editing = await outlineBesideNeighbour(app);
  await editing.drag(CORNER, { x: 496, y: 200 });
  await app.press('Enter');
  const corner = { x: 499.5, y: 199.2 };
  const [, snapped] = await app.keptMasks();
  expect(snapped && maskContains(snapped, corner)).toBe(true);
  await app.press('Control+z');
  await page.getByRole('button', { name: 'Snap', exact: true }).click();
  await editing.drag(CORNER, { x: 496, y: 200 });
  await app.press('Enter');
  const [, free] = await app.keptMasks();
  expect(free && maskContains(free, corner)).toBe(false);
});

test('looking at the points changes nothing, also of parts with holes', async ({ app }) => {
  const editing = new Editing(app);
  await editing.drawBox(SQUARE);
  await app.press('x');
  await editing.drag({ x: 380, y: 150 }, { x: 400, y: 160 });
  await editing.drag({ x: 430, y: 90 }, { x: 430, y: 210 });
  const before = await editing.onlyMask();
  const steps = await app.page.evaluate(() => window.annotator.history.getState().done.length);
  await app.press('u');
  await app.press('t');
  await app.press('v');
  await app.press('u');
  await app.press('Enter');
  expect(await editing.onlyMask()).toEqual(before);
  expect(await app.page.evaluate(() => window.annotator.history.getState().done.length)).toBe(
    steps,
  );
});

test('a click beside the outline selects what is there, and the tool has no serious fault', async ({
  app,
  page,
}) => {
  const editing = await outlineBesideNeighbour(app);
  await editing.drag(CORNER, { x: 470, y: 230 });
  await editing.click({ x: 550, y: 160 });
  await expect(line(app, 'Object 1, 4 points')).toBeVisible();
  const [, left] = await app.keptMasks();
  expect(left && maskContains(left, { x: 462, y: 219 })).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
});
