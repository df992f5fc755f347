import { countParts } from '../../src/mask/holes.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { readPrompts } from '../golden/answers.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { openKnownSample } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const BOX = readPrompts()['raccoon-rain']?.box ?? [];
/** What is large beside the object stays. */
const FEW = 8;

const habit = (app: AnnotatorPage) =>
  app.page.getByRole('checkbox', { name: 'Remove specks and small holes' });
const piecesOf = (mask: Mask) => {
  const { parts, holes } = countParts(mask);
  return parts + holes;
};
const pieces = async (app: AnnotatorPage) => piecesOf(await app.mask());

test.beforeEach(async ({ app }) => {
  await app.open();
  await openKnownSample(app, 'Raccoon in the rain');
  await app.enter(BOX);
});

test('specks and small holes are gone before I keep, the Mask section says how many, and the photo shows where', async ({
  app,
  page,
}) => {
  await expect(habit(app)).toBeChecked();
  const all = piecesOf(await app.modelMask());
  const tidy = await pieces(app);
  expect(all).toBeGreaterThan(12);
  expect(tidy).toBeLessThan(FEW);
  await expect(page.getByText(/^Removed: \d+ specks, \d+ holes$/)).toBeVisible();
  const speck = await app.page.evaluate(() => {
    const changed = window.annotator.view.getState().live?.tidied?.changed;
    const first = changed?.runs[0] ?? 0;
    const width = changed?.size.width ?? 1;
    return [first % width, Math.floor(first / width)] as const;
  });
  await expect.poll(() => app.paintedAt(speck)).toBe(true);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  const [kept] = await app.keptMasks();
  expect(kept && piecesOf(kept)).toBe(tidy);
});

test('one press puts them back, one undo takes them away again', async ({ app, page }) => {
  const [all, tidy] = [piecesOf(await app.modelMask()), await pieces(app)];
  await app.press('y');
  await expect.poll(() => pieces(app)).toBe(all);
  await expect(page.getByText(/^Left in: /)).toBeVisible();
  await app.press('Control+z');
  await expect.poll(() => pieces(app)).toBe(tidy);
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect.poll(() => pieces(app)).toBe(all);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => pieces(app)).toBe(tidy);
});

test('switched off it stays off, also next time', async ({ app, page }) => {
  const all = piecesOf(await app.modelMask());
  await habit(app).uncheck();
  await expect.poll(() => pieces(app)).toBe(all);
  await expect(page.getByRole('button', { name: 'Put back' })).toHaveCount(0);
  await page.reload();
  await app.untilReady();
  await expect(habit(app)).not.toBeChecked();
  await app.until(({ steps, pending }) => steps === 1 && !pending);
  expect(await pieces(app)).toBe(all);
});

test('comparing, both models’ masks lose their specks', async ({ app, page }) => {
  await app.chooseModel('Compare');
  for (const model of ['robust', 'plain'] as const)
    expect(piecesOf(await app.mask(model))).toBeLessThan(FEW);
  await page.getByRole('button', { name: /^Keep plain/ }).click();
  await app.until(({ objects }) => objects === 1);
  const [kept] = await app.keptMasks();
  expect(kept && piecesOf(kept)).toBeLessThan(FEW);
});
