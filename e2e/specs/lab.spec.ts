import { readFileSync } from 'node:fs';
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
  // Three encodings, on a busy machine.
  await expect(lab.results).toBeVisible({ timeout: 120_000 });
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

test('a run of all degradations tells how far it is, is stopped, and what it has is shown and saved', async ({
  app,
  page,
}) => {
  await openScene(app);
  await app.click(...ballAt);
  await app.until(({ models }) => models.length > 0);
  const lab = new LabPanel(app);
  await lab.open();
  await page.getByRole('button', { name: 'Run all' }).click();
  const done = () => page.evaluate(() => window.annotator.lab.getState().run?.done ?? 0);
  await expect.poll(done, { timeout: 120_000 }).toBeGreaterThan(1);
  await expect(page.getByText(/^[1-9]\d* of 106 · .* left$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /^Results of \d+ of 106$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Every degradation on this photo' });
  const chart = dialog.getByRole('img', { name: 'Snow: IoU by severity, the same prompt' });
  await expect(chart).toBeVisible();
  expect(await chart.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  for (const [kind, start] of [
    ['the report (HTML)', '<!doctype html>'],
    ['CSV', 'photo,object,degradation'],
    ['JSON', '{"madeWith":'],
    ['the charts (PNG)', '\u0089PNG'],
  ] as const) {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `Save ${kind}` }).click();
    const path = await (await download).path();
    expect(readFileSync(path, 'latin1').slice(0, start.length)).toBe(start);
    if (kind.includes('HTML')) expect(readFileSync(path, 'utf8')).toContain('data:image/jpeg');
  }
  const worst = dialog.getByRole('listitem').getByRole('button').filter({ hasText: /Snow/ });
  await worst.first().click();
  await expect(dialog).toBeHidden();
  await expect(lab.rows).toHaveText([/Snow/]);
});
