import type { Page } from '@playwright/test';
import { expect, test } from '../pages/test.ts';

/** As a browser's translation does it: texts are replaced, over and over as the page changes. */
function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const translateAll = () => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walk.nextNode()) texts.push(walk.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.closest('script, style, font')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(`[${text.data}]`);
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    translateAll();
    let later = 0;
    new MutationObserver(() => {
      clearTimeout(later);
      later = window.setTimeout(translateAll, 100);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

const DIALOGS = ['Control+e', 'Control+i', 'Control+k', '?'];

test('a translated page goes through every dialog, and through a click', async ({ app, page }) => {
  await app.open();
  await app.openSample('Coffee');
  await translate(page);
  for (const keys of [...DIALOGS, ...DIALOGS]) {
    await page.keyboard.press(keys);
    await expect(page.locator('dialog[open]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  }
  await app.click(360, 290);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  await expect(page.locator('.failed-part')).toHaveCount(0);
  await expect(page.locator('.app')).toBeVisible();
});
