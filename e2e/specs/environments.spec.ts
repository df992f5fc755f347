import type { Page } from '@playwright/test';
import { drawSomething, SQUARE, STRIPE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const DIALOGS = ['Control+e', 'Control+i', 'Control+k', '?'];

async function throughDialogs(page: Page): Promise<void> {
  for (const keys of DIALOGS) {
    await page.keyboard.press(keys);
    await expect(page.locator('dialog[open]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  }
}

test('an extension that puts its own nodes and styles everywhere breaks nothing', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.06em !important; } mark.added { color: red; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const add = () => {
      for (const one of document.querySelectorAll('button, p, li, section, dialog, .app > *')) {
        if (one.querySelector(':scope > mark.added')) continue;
        const mark = document.createElement('mark');
        mark.className = 'added';
        one.prepend(mark);
      }
    };
    add();
    setInterval(add, 100);
  });
  await throughDialogs(page);
  await new Editing(app).drawBox(SQUARE);
  await app.until(({ objects }) => objects === 1);
  await app.press('Control+z');
  await app.until(({ objects }) => objects === 0);
  await throughDialogs(page);
  await expect(page.locator('.failed-part')).toHaveCount(0);
});

test('what a browser evicts while the page is open is written again', async ({
  app,
  page,
  baseURL,
}) => {
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await drawSomething(app);
  await projects.untilSaved();
  const session = await page.context().newCDPSession(page);
  const origin = baseURL ?? '';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await app.press('Escape');
  await new Editing(app).drawBox({ x0: 500, y0: 420, x1: 560, y1: 480 });
  await projects.untilSaved();
  const before = await projects.document();
  await page.reload();
  await page.waitForFunction(() => window.annotator?.document.getState().photos.length === 1);
  expect(await projects.document()).toEqual(before);
});

test('a tab that the browser brings back, and one that slept, go on where they were', async ({
  app,
  page,
}) => {
  await page.clock.install();
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await new Editing(app).drawBox(SQUARE);
  await projects.untilSaved();
  // A laptop that is closed for a night; the photo is not worked on meanwhile.
  await page.clock.fastForward('10:00:00');
  await new Editing(app).drawBox(STRIPE);
  await page.clock.fastForward('00:40');
  await projects.untilSaved();
  const seconds = await page.evaluate(() => {
    return Object.values(window.annotator.document.getState().seconds);
  });
  expect(Math.max(0, ...seconds)).toBeLessThan(600);
  const before = await projects.document();
  await page.goto('about:blank');
  await page.goBack();
  await page.waitForFunction(() => window.annotator !== undefined);
  await app.until(({ photoId, opening }) => photoId !== null && opening === null);
  expect(await projects.document()).toEqual(before);
});

test('keys of an input method are its own, in the fields for names, tags and classes', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox(SQUARE);
  await app.until(({ objects }) => objects === 1);
  const session = await page.context().newCDPSession(page);
  await new ObjectsPanel(app).nameClass('kite');
  const before = await new ProjectsPage(app).document();
  const fields = page.locator('input[type=text]:visible, textarea:visible');
  expect(await fields.count()).toBeGreaterThan(1);
  for (const field of await fields.all()) {
    await field.focus();
    const text = await field.inputValue();
    await session.send('Input.imeSetComposition', {
      ...{ selectionStart: 1, selectionEnd: 1, text: 'ㅎ' },
    });
    for (const key of ['Escape', 'Enter', 'ArrowDown'])
      await field.dispatchEvent('keydown', { key, isComposing: true, keyCode: 229 });
    await expect(field).toBeFocused();
    expect(await field.inputValue()).not.toBe(text);
    await session.send('Input.imeSetComposition', { selectionStart: 0, selectionEnd: 0, text: '' });
    expect(await new ProjectsPage(app).document()).toEqual(before);
  }
});

test('a pinch on a trackpad zooms the photo and not the page, which prints', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  const session = await page.context().newCDPSession(page);
  const box = await app.stage.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 200];
  const scaleOf = async () => (await app.facts()).viewport.scale;
  const before = await scaleOf();
  const ctrl = 2;
  for (let i = 0; i < 5; i++) {
    await session.send('Input.dispatchMouseEvent', {
      ...{ type: 'mouseWheel', x, y, deltaX: 0, deltaY: -12, modifiers: ctrl },
    });
  }
  await expect.poll(scaleOf).toBeGreaterThan(before);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  expect((await page.pdf({ printBackground: true })).length).toBeGreaterThan(10_000);
  await expect(app.stage).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});
