import type { Page } from '@playwright/test';
import { Editing } from '../pages/editing.ts';
import { delayModel, openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const heard = (page: Page) => page.getByTestId('announcer');

test('by keys alone: past the bar to a sample, from part to part, out of a field, and it is said aloud', async ({
  app,
  page,
}) => {
  await delayModel(page);
  await app.open({ backend: 'wasm-single', tour: '' });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the photo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('button', { name: 'Open photos' })).toBeFocused();

  await page.getByRole('button', { name: /^Coffee,/ }).focus();
  await page.keyboard.press('Enter');
  await expect(app.stage).toBeFocused();
  await expect(heard(page)).toContainText('photo 1 of 1, 0 objects');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Tour' })).toBeHidden();

  // The rail is one stop, and arrows go through it.
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('button', { name: 'Prompt: ask the model' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Brush' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(app.stage).toBeFocused();

  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Class of new objects' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: 'Brush' })).toHaveAttribute('aria-pressed', 'true');
});

test('what is done to objects is said aloud', async ({ app, page }) => {
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
  await expect(heard(page)).toHaveText('Object 1 kept.');
  await app.press('Delete');
  await expect(heard(page)).toHaveText('Object 1 deleted. 0 objects left.');
  await app.press('Control+z');
  await expect(heard(page)).toHaveText('Undone: delete Object 1.');
});
