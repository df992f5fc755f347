import type { Page } from '@playwright/test';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

test.beforeEach(({ app }) => openSceneWithoutModel(app));

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Keys and gestures' });
const tool = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Tool in hand' }).getByRole('button', { name });

/** Looks for an action and presses its keys again. */
async function change(page: Page, title: string, keys: string): Promise<void> {
  const sheet = sheetOf(page);
  await sheet.getByRole('searchbox').fill(title);
  await sheet.getByRole('button', { name: new RegExp(`^Keys of ${title}:`) }).click();
  await page.keyboard.press(keys);
}

/** Esc would only clear what is looked for. */
async function close(page: Page): Promise<void> {
  await sheetOf(page).getByRole('button', { name: 'Close', exact: true }).click();
}

test('a key that was changed is shown everywhere, works, and outlasts the tab', async ({
  app,
  page,
}) => {
  await app.press('?');
  await change(page, 'Brush', 'q');
  const sheet = sheetOf(page);
  await expect(sheet.getByRole('button', { name: 'Keys of Brush: Q. Change' })).toBeVisible();
  await close(page);
  await app.press('b');
  await expect(tool(page, 'Brush')).toHaveAttribute('aria-pressed', 'false');
  await app.press('q');
  await expect(tool(page, 'Brush')).toHaveAttribute('aria-pressed', 'true');
  await expect(tool(page, 'Brush')).toHaveAttribute('data-tip', 'Brush (Q)');

  await page.reload();
  await page.getByRole('button', { name: 'Keys and gestures' }).click();
  await sheet.getByRole('searchbox').fill('brush');
  await sheet.getByRole('button', { name: 'Reset the keys of Brush' }).click();
  await expect(sheet.getByRole('button', { name: 'Keys of Brush: B. Change' })).toBeVisible();
});

test('keys that another action has are named, and can be taken from it', async ({ app, page }) => {
  await app.press('?');
  const sheet = sheetOf(page);
  await change(page, 'Brush', 'x');
  await expect(sheet.getByRole('alert')).toContainText('X belongs to “Eraser”.');
  await sheet.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(sheet.getByRole('button', { name: 'Keys of Brush: B. Change' })).toBeVisible();
  await change(page, 'Brush', 'x');
  await sheet.getByRole('button', { name: 'Reassign' }).click();
  await sheet.getByRole('searchbox').fill('eraser');
  await expect(sheet.getByRole('button', { name: 'Keys of Eraser: none. Change' })).toBeVisible();
  await close(page);
  await app.press('x');
  await expect(tool(page, 'Brush')).toHaveAttribute('aria-pressed', 'true');
  await app.press('?');
  await sheet.getByRole('button', { name: 'Reset all keys', exact: true }).click();
  await close(page);
  await app.press('x');
  await expect(tool(page, 'Eraser')).toHaveAttribute('aria-pressed', 'true');
});

test('a sheet that was just closed opens again at once', async ({ app, page }) => {
  await app.press('?');
  await expect(sheetOf(page)).toBeVisible();
  // As on a busy machine: the next key comes before the browser has told of the closing.
  await page.evaluate(async () => {
    const isOpen = () => document.querySelector('dialog[open]') !== null;
    document.querySelector<HTMLElement>('dialog[open] [aria-label="Close"]')?.click();
    for (let turns = 0; isOpen() && turns < 100; turns++) await Promise.resolve();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
  });
  await page.waitForTimeout(300);
  await expect(sheetOf(page)).toBeVisible();
});

test('Esc leaves the keys as they are, held keys and the browser’s own can’t be had', async ({
  app,
  page,
}) => {
  await app.press('?');
  const sheet = sheetOf(page);
  await change(page, 'Lasso', 'Escape');
  await expect(sheet.getByRole('button', { name: 'Keys of Lasso: L. Change' })).toBeVisible();
  await change(page, 'Lasso', 'h');
  await expect(sheet.getByRole('alert')).toContainText('can’t be given to another action');
  await change(page, 'Lasso', 'Control+t');
  await expect(sheet.getByRole('alert')).toContainText('The browser keeps Ctrl+T for itself.');
  await sheet.getByRole('button', { name: 'No keys for Lasso' }).click();
  await expect(sheet.getByRole('button', { name: 'Keys of Lasso: none. Change' })).toBeVisible();
});

test('letters work while the keyboard writes Hangul or Cyrillic', async ({ app, page }) => {
  await app.stage.focus();
  const session = await page.context().newCDPSession(page);
  const press = async (key: string, code: string) => {
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
  };
  await press('ㅠ', 'KeyB');
  await expect(tool(page, 'Brush')).toHaveAttribute('aria-pressed', 'true');
  await press('д', 'KeyL');
  await expect(tool(page, 'Lasso')).toHaveAttribute('aria-pressed', 'true');
});
