import type { Mask } from '../../src/mask/mask.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, unpackMask } from '../golden/answers.ts';
import { EVERYTHING_OPTIONS, EVERYTHING_SAMPLE, readEverything } from '../golden/everything.ts';
import { EverythingPanel } from '../pages/everything-panel.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { ballAt, openKnownSample } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

/** A grid of crops and points on two slow cores. */
const RUN_MILLISECONDS = 300_000;

test('on a sample the proposals are those of SAM’s mask generator, run natively', async ({
  app,
}) => {
  test.setTimeout(RUN_MILLISECONDS);
  await app.open();
  await openKnownSample(app, EVERYTHING_SAMPLE.title);
  await app.chooseModel('Plain SAM');
  const panel = new EverythingPanel(app);
  await panel.setOptions(EVERYTHING_OPTIONS);
  await panel.find();
  const { photo, masks } = readEverything();
  const found = await panel.proposals();
  expect(found).toHaveLength(masks.length);
  for (const [i, { packed, predictedIou, stability }] of masks.entries()) {
    const one = found[i];
    expect(one && maskIou(one.mask, unpackMask(packed, photo))).toBeGreaterThanOrEqual(0.98);
    expect(one?.predictedIou).toBeCloseTo(Math.min(1, predictedIou), 2);
    expect(one?.stability).toBeCloseTo(stability, 2);
  }
  const cup = unpackMask(readAnswers('coffee').masks.plain['one point'] ?? '', photo);
  expect(
    best(
      found.map(({ mask }) => mask),
      cup,
    ),
  ).toBeGreaterThan(0.9);
});

test('the obvious objects are proposed, two are accepted with a class, the rest dropped, and all undone', async ({
  scene: app,
}) => {
  test.setTimeout(RUN_MILLISECONDS);
  const { page } = app;
  const panel = new EverythingPanel(app);
  await panel.setOptions({ pointsPerSide: 6 });
  await panel.find();
  const all = (await panel.proposals()).length;
  expect(all).toBeGreaterThan(2);
  await expect(page.getByText(`${all} to decide on`)).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide the panel' }).click();
  await expect(panel.list).toBeHidden();
  await expect(page.getByText(`${all} to decide on`).filter({ visible: true })).toBeVisible();
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(panel.list).toBeVisible();

  await new ObjectsPanel(app).nameClass('toy');
  await app.hover(...ballAt);
  await expect(panel.list.locator('[data-selected="true"]')).toHaveCount(1);
  expect(await app.paintedAt(ballAt)).toBe(true);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  await panel.accept(1);
  await app.until(({ objects }) => objects === 2);
  await expect(new ObjectsPanel(app).row('Object 2')).toContainText('toy');

  await page.getByRole('button', { name: `Drop all ${all - 2}` }).click();
  await expect(panel.list).toHaveCount(0);
  await app.press('Control+z');
  await expect(page.getByText(`${all - 2} to decide on`)).toBeVisible();
  await app.press('Control+z');
  await app.press('Control+z');
  await app.until(({ objects }) => objects === 0);
  expect(await panel.proposals()).toHaveLength(all);

  await page.getByRole('slider', { name: 'Predicted IoU at least' }).press('End');
  await expect(page.getByText(/put aside by the sliders/)).toBeVisible();
  await expect(page.getByRole('button', { name: `Accept all ${all}` })).toHaveCount(0);
});

test('a click is answered while everything is being found, and Esc cancels', async ({
  scene: app,
}) => {
  const panel = new EverythingPanel(app);
  await panel.start();
  await panel.untilPoints(2);
  await app.click(...ballAt);
  const { steps } = await app.facts();
  expect(steps).toBe(1);
  await expect(panel.cancel).toBeVisible();
  await app.press('Escape');
  await app.until((facts) => facts.steps === 0);
  await app.press('Escape');
  await expect(app.page.getByText(/^Cancelled at .* points. Nothing was changed.$/)).toBeVisible();
  expect(await panel.proposals()).toEqual([]);
  await app.press('Escape');
});

test('when nothing is good enough it says what to do', async ({ scene: app }) => {
  const panel = new EverythingPanel(app);
  await panel.setOptions({ pointsPerSide: 1, predictedIou: 1 });
  await panel.find();
  const nothing = app.page.getByText(/^Nothing was good enough/).filter({ visible: true });
  await expect(nothing).toBeVisible();
  await app.page.getByRole('button', { name: 'Hide the panel' }).click();
  await expect(nothing).toBeVisible();
  await app.page.getByRole('button', { name: 'Options' }).click();
  await app.page.locator('summary', { hasText: /^Options$/ }).click();
  await app.page.getByRole('button', { name: 'Back to the defaults' }).click();
  await expect(app.page.getByLabel('Points a side')).toHaveValue('32');
  await app.page.locator('summary', { hasText: /^Options$/ }).click();
});

function best(masks: readonly Mask[], wanted: Mask): number {
  return Math.max(...masks.map((mask) => maskIou(mask, wanted)));
}
