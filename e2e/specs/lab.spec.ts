import { LabPanel, photoPixels } from '../pages/lab-panel.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { ballAt, openScene, openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

test('the photo is degraded on the stage, and closing the lab gives it back', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  const lab = new LabPanel(app);
  await lab.open();
  const clear = await lab.untilStill();
  await expect(lab.ask).toBeDisabled();
  await lab.degradeBy('Snow');
  await lab.degradeBy('JPEG compression');
  await expect(lab.rows).toHaveText([/Snow.*50/s, /JPEG compression.*50/s]);
  const half = await lab.untilStill();
  expect(half).not.toBe(clear);

  await lab.steps.getByRole('slider', { name: 'Snow' }).fill('0.9');
  const strong = await lab.untilStill();
  expect(strong).not.toBe(half);
  await lab.steps.getByRole('button', { name: 'Move JPEG compression up' }).click();
  await expect(lab.rows).toHaveText([/JPEG compression/, /Snow.*90/s]);
  expect(await lab.untilStill()).not.toBe(strong);

  // While the key is held the photo is as it is.
  await page.keyboard.down('`');
  await expect.poll(() => photoPixels(page)).toBe(clear);
  await page.keyboard.up('`');
  await expect.poll(() => photoPixels(page)).not.toBe(clear);

  await page.getByRole('button', { name: /Close the lab/ }).click();
  await expect(lab.add).toBeHidden();
  await expect.poll(() => photoPixels(page)).toBe(clear);
});

test('both models are asked about the degraded photo, against an object; the labels stay', async ({
  app,
  page,
}) => {
  await openScene(app);
  await app.click(...ballAt);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  const labels = await app.keptMasks();
  await new ObjectsPanel(app).row('Object 1').click();
  const lab = new LabPanel(app);
  await lab.open();
  await lab.degradeBy('Snow');
  await lab.untilStill();
  await lab.ask.click();
  await expect(lab.results).toBeVisible();
  await expect(page.getByText('Truth: Object 1')).toBeVisible();
  for (const model of ['RobustSAM', 'Plain SAM', 'Restored, then plain SAM']) {
    const scores = await lab.scoresOf(model);
    expect(scores).toHaveLength(2);
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
  }
  // The ball is large and plain: snow doesn't hide it.
  expect((await lab.scoresOf('RobustSAM'))[0]).toBeGreaterThan(0.5);
  await expect(
    page.getByRole('checkbox', { name: 'Show the difference of RobustSAM' }),
  ).toBeChecked();
  await page.getByRole('button', { name: /Close the lab/ }).click();
  await expect(lab.results).toBeHidden();
  expect(await app.keptMasks()).toEqual(labels);
});
