import type { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const KITES = [
  { x0: 350, y0: 100, x1: 450, y1: 200 },
  { x0: 350, y0: 300, x1: 450, y1: 400 },
];
const STREET = { x0: 100, y0: 300, x1: 300, y1: 400 };
const ON_KITES = [
  [400, 150],
  [400, 350],
] as const;
const ON_STREET = [200, 350] as const;

/** Two kites and a street, nothing selected. */
async function drawThree(app: AnnotatorPage): Promise<void> {
  const [editing, panel] = [new Editing(app), new ObjectsPanel(app)];
  for (const kite of KITES) {
    await editing.drawBox(kite);
    await panel.nameClass('kite');
    await app.press('Enter');
  }
  await editing.drawBox(STREET);
  await panel.nameClass('street');
  await app.press('Enter');
  await app.press('v');
}

const opacityAt = async (app: AnnotatorPage, at: readonly [number, number]) =>
  (await app.objectsAt(at))[3] ?? 0;
const colorAt = async (app: AnnotatorPage, at: readonly [number, number]) =>
  (await app.objectsAt(at)).slice(0, 3).join();

test.beforeEach(async ({ app }) => {
  await openSceneWithoutModel(app);
  await drawThree(app);
});

test('O leaves outlines only, comma and full stop change how much shines through, also next time', async ({
  app,
  page,
}) => {
  const first = await opacityAt(app, ON_STREET);
  expect(first).toBeGreaterThan(0);
  await app.press('o');
  await expect.poll(() => opacityAt(app, ON_STREET)).toBe(0);
  // The outline is still there.
  await expect.poll(() => opacityAt(app, [STREET.x0, 350])).toBeGreaterThan(200);
  await app.press('o');
  await expect.poll(() => opacityAt(app, ON_STREET)).toBe(first);
  await app.press('.');
  await expect.poll(() => opacityAt(app, ON_STREET)).toBeGreaterThan(first);
  await app.press(',');
  await app.press(',');
  await expect.poll(() => opacityAt(app, ON_STREET)).toBeLessThan(first);
  const fainter = await opacityAt(app, ON_STREET);
  await app.until(({ photoId }) => photoId !== null);
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await app.until(({ photoId, objects }) => photoId !== null && objects === 3);
  await expect.poll(() => opacityAt(app, ON_STREET)).toBe(fainter);
});

test('Shift+O gives each object a colour of its own, and again that of its class', async ({
  app,
}) => {
  const ofKites = async () => Promise.all(ON_KITES.map((at) => colorAt(app, at)));
  const [one, other] = await ofKites();
  expect(one).toBe(other);
  await app.press('Shift+O');
  await expect.poll(async () => new Set(await ofKites()).size).toBe(2);
  await app.press('Shift+O');
  await expect.poll(ofKites).toEqual([one, other]);
});

test('C hides all of a class and shows them again: the selected object’s, else that of new ones', async ({
  app,
  page,
}) => {
  const seen = async () =>
    Promise.all([...ON_KITES, ON_STREET].map(async (at) => (await opacityAt(app, at)) > 0));
  expect(await seen()).toEqual([true, true, true]);
  await new Editing(app).select('Object 1');
  await app.press('c');
  await expect.poll(seen).toEqual([false, false, true]);
  await app.press('Escape');
  await app.press('c');
  await expect.poll(seen).toEqual([false, false, false]);
  await app.press('Control+z');
  await expect.poll(seen).toEqual([false, false, true]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('visibility');
  await expect(page.getByRole('option', { name: /Hide or show the class/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await new Editing(app).select('Object 2');
  await app.press('c');
  await expect.poll(seen).toEqual([true, true, true]);
});
