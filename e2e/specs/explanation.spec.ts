import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { Palette } from '../pages/palette.ts';
import { ballAt, openKnownSample, plateAt } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

const DIALOG = { name: 'The last click, step by step' };

const dialogOf = (app: AnnotatorPage): Locator => app.page.getByRole('dialog', DIALOG);
const heatMaps = (dialog: Locator): Locator => dialog.getByRole('img', { name: /^Logits of mask/ });

test('why a mask is as it is: I ask after a click, see logits, prompt, features and times, and save them', async ({
  scene: app,
}) => {
  await app.click(...ballAt);
  await new Palette(app).run('debug');
  const dialog = dialogOf(app);
  await expect(heatMaps(dialog)).toHaveCount(4);
  const { token } = await app.page.evaluate(() => ({
    token: window.annotator.view.getState().live?.token,
  }));
  await expect(dialog.locator('figure[data-answer]')).toContainText(`Mask ${token}`);
  await expect(dialog.getByText(`mask ${token} has the best predicted IoU`)).toBeVisible();
  await expect(dialog.getByText('No mask prompt: it is the first step.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^1: include/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^decoder \d+\.\d ms/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^outline and frame \d+\.\d ms/ })).toBeVisible();
  await expect(dialog.getByRole('img', { name: /first principal components$/ })).not.toHaveCount(0);
  await expect(dialog.locator('.command')).toContainText(`--point ${ballAt.join(',')} --out`);
  expect(await seriousFaults(app.page)).toEqual([]);

  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('click.json');
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(saved).toMatchObject({ token, ranOn: { backend: expect.stringMatching(/^wasm-/) } });
  expect(saved.masks).toHaveLength(4);
  const logits = Buffer.from(saved.masks[token ?? 0].logits, 'base64');
  expect(logits).toHaveLength(4 * 256 * 256);
  expect(JSON.stringify(saved)).not.toContain('meadow');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('by keys alone, also once the object is kept; a second click had the first one’s logits as mask prompt', async ({
  scene: app,
}) => {
  await app.click(...ballAt);
  await app.click(...plateAt);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  await app.press('Shift+Y');
  const dialog = dialogOf(app);
  await expect(dialog.getByRole('img', { name: /^Mask prompt/ })).toBeVisible();
  await expect(dialog.getByText('mask 0, the single mask, answers')).toBeVisible();
  await expect(dialog.getByText(/blended mask 0/)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('of two models that are compared I see either, and what the robust embedding changed', async ({
  app,
}) => {
  await app.open();
  await openKnownSample(app, 'Raccoon in the rain');
  // There is no click yet.
  await app.press('Shift+Y');
  await expect(dialogOf(app)).toBeHidden();
  await app.chooseModel('Compare');
  await app.click(500, 400);
  await app.until(({ models }) => models.length === 2);
  await app.press('Shift+Y');
  const dialog = dialogOf(app);
  await expect(dialog.getByText(/^Cosine of image_embedding and robust_embedding/)).toBeVisible();
  const robust = await heatMaps(dialog).first().getAttribute('aria-label');
  await dialog.getByRole('radio', { name: 'Plain SAM' }).check();
  await expect(heatMaps(dialog)).toHaveCount(4);
  await expect(heatMaps(dialog).first()).not.toHaveAttribute('aria-label', robust ?? '');
  await expect(dialog.locator('.command')).toHaveCount(0);
});
