import type { Page } from '@playwright/test';
import { Editing } from '../pages/editing.ts';
import { delayModel, openSceneWithoutModel, scenePhoto } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

/** CSS pixels: screens from 360 to 2560 px wide, and pages on them zoomed up to 300 %. */
const SIZES = [
  [2560, 1440],
  [1440, 900],
  [960, 600],
  [720, 450],
  [480, 300],
  [1024, 768],
  [683, 512],
  [341, 256],
  [768, 1024],
  [640, 360],
  [512, 683],
  [390, 844],
  [360, 640],
] as const;

test('at every size and zoom nothing overlaps, runs over, or is out of reach', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox({ x0: 100, y0: 100, x1: 200, y1: 200 });
  await app.press('v');
  const faults: string[] = [];
  for (const [language, isOpen] of [
    ['en', true],
    ['en', false],
    ['ko', false],
  ] as const) {
    await page.evaluate((one) => window.annotator.setLanguage(one), language);
    await setPanel(page, isOpen);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const found = await faultsOf(page);
      const where = `${width}x${height}, ${language}, panel ${isOpen ? 'open' : 'closed'}`;
      faults.push(...found.map((fault) => `${where}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test('a photo that is fitted is seen as a whole, and a complaint can be dismissed', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  for (const size of [
    { width: 960, height: 600 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size);
    await setPanel(page, true);
    await app.press('Shift+Digit0');
    const panel = await page.getByRole('complementary', { name: 'Inspector' }).boundingBox();
    const bar = await page.getByRole('region', { name: 'Mask actions' }).boundingBox();
    const { image } = (await app.facts()).viewport;
    const [right, bottom] = await app.onPage({ x: image.width, y: image.height });
    expect(right, 'left of the panel').toBeLessThanOrEqual(panel?.x ?? 0);
    expect(bottom, 'above the actions').toBeLessThanOrEqual(bar?.y ?? 0);
  }

  // What complains can be dismissed.
  for (const size of [
    { width: 960, height: 600 },
    { width: 480, height: 300 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await setPanel(page, false);
    await app.chooseFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('text') });
    const dismiss = app.notices.getByRole('button', { name: 'Dismiss' });
    await expect(app.notices.getByRole('alert').first()).toBeVisible();
    while ((await dismiss.count()) > 0) await dismiss.first().click({ timeout: 5_000 });
  }
});

test('a search for everything can be cancelled at every size, without scrolling to its button', async ({
  app,
  page,
}) => {
  await delayModel(page);
  await app.open();
  await app.chooseFiles(scenePhoto);
  await app.until(({ photoId, opening }) => photoId !== null && opening === null);
  await setPanel(page, false);
  await app.press('e');
  const line = page.locator('.prompt-everything');
  for (const language of ['en', 'ko'] as const) {
    await page.evaluate((one) => window.annotator.setLanguage(one), language);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const where = `${width}x${height}, ${language}`;
      await expect(line.getByRole('button'), where).toBeInViewport({ ratio: 1 });
      await expect(line.getByRole('status'), where).toBeInViewport({ ratio: 1 });
    }
  }
  await line.getByRole('button').click();
  await expect(line).toBeHidden();
});

async function setPanel(page: Page, isOpen: boolean): Promise<void> {
  const button = page.locator('[data-action="inspector"]');
  if ((await button.getAttribute('aria-pressed')) !== String(isOpen)) await button.click();
}

/** What a person would see wrong. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window;
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} px wide`);

    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const named = (element: Element) =>
      element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
    const nameOf = (element: Element) => named(element) || element.className;

    // The page's parts lie beside each other; a sheet on a narrow screen covers the photo.
    const parts = shown(
      '.top-bar, .rail, .stage-frame, .prompt-bar, .inspector, .filmstrip, .status-line',
    );
    const isSheet = (one: Element) => getComputedStyle(one).position === 'fixed';
    const flat = parts.filter((one) => !isSheet(one));
    for (const [i, a] of flat.entries()) {
      const first = a.getBoundingClientRect();
      if (first.right > width + 1 || first.bottom > height + 1)
        faults.push(`${a.className} is cut`);
      for (const b of flat.slice(i + 1)) {
        const second = b.getBoundingClientRect();
        const [x, y] = [
          Math.min(first.right, second.right) - Math.max(first.left, second.left),
          Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top),
        ];
        if (x > 1 && y > 1) faults.push(`${a.className} and ${b.className} overlap`);
      }
    }
    const stage = document.querySelector('.stage')?.getBoundingClientRect();
    if (!stage || stage.height < 100 || stage.width < 160) faults.push('the photo has no room');

    // A control is whole on the screen, or in a part that scrolls to it; and nothing lies over it.
    const sheet = parts.find(isSheet);
    for (const part of shown('.top-bar, .rail, .prompt-bar')) {
      const controls = [...part.querySelectorAll('button, select, input')];
      for (const control of controls.filter((one) => one.checkVisibility())) {
        if (control.closest('[popover]')) continue;
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        if (left < -1 || right > width + 1 || top < -1 || bottom > height + 1)
          faults.push(`${nameOf(control)} is out of reach`);
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isFree = hit && (control.contains(hit) || sheet?.contains(hit));
        if (!isFree) faults.push(`${nameOf(control)} lies under ${hit ? nameOf(hit) : 'nothing'}`);
      }
    }
    return faults;
  });
}
