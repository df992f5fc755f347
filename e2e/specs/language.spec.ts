import { withKnownEmbedding } from '../pages/known-embeddings.ts';
import {
  ballAt,
  delayModel,
  openScene,
  openSceneWithoutModel,
  plateAt,
  scenePhoto,
} from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, PHONE, test } from '../pages/test.ts';
import { englishOn } from '../pages/words-on-page.ts';

/** Name of the photo with the drawn scene. */
const NAME = '초원.jpg';

test('the language changes on the fly: photo, prompt and open dialog stay', async ({
  app,
  page,
}) => {
  await openScene(app);
  await app.click(...ballAt);
  const [before, mask] = [await app.facts(), await app.mask()];
  await page.getByRole('banner').getByRole('button', { name: '한국어로 보기' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('button', { name: '지우개' })).toBeVisible();
  expect(await app.facts()).toMatchObject({ photoId: before.photoId, steps: 1, objects: 0 });
  expect(await app.mask()).toEqual(mask);
  await app.click(...plateAt);
  await app.press('?');
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByRole('heading')).toHaveText('단축키와 제스처');
  // No control beneath a dialog can be pressed.
  await page.evaluate(() => window.annotator.setLanguage('en'));
  await expect(dialog.getByRole('heading')).toHaveText('Keys and gestures');
  await page.keyboard.press('Escape');
  await app.press('Enter');
  await app.until(({ objects, steps }) => objects === 1 && steps === 0);
});

test('the top bar has room for either language at every width', async ({ app, page }) => {
  await openSceneWithoutModel(app);
  const last = page.getByRole('banner').getByRole('button').last();
  for (const language of ['en', 'ko'] as const) {
    await page.evaluate((one) => window.annotator.setLanguage(one), language);
    for (const width of [390, 640, 720, 880, 1024, 1120, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(last, `${language}, ${width} px`).toBeInViewport({ ratio: 1 });
    }
  }
});

test('the switch keeps the focus of who works with keys', async ({ page }) => {
  await delayModel(page);
  await page.goto('/?test');
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: '한국어로 보기' }).focus();
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('button', { name: 'Switch to English' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('the first page has the switch, and the choice outlasts a reload', async ({ page }) => {
    await delayModel(page);
    await page.goto('/?test');
    const start = page.getByRole('main');
    await start.getByRole('button', { name: '한국어로 보기' }).tap();
    await expect(start.getByRole('button', { name: '사진 열기' })).toBeInViewport({ ratio: 1 });
    await page.reload();
    await expect(start.getByRole('button', { name: '사진 열기' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await start.getByRole('button', { name: 'Switch to English' }).tap();
    await expect(start.getByRole('button', { name: 'Open photos' })).toBeVisible();
  });
});

test.describe('in a browser set to Korean', () => {
  test.use({ locale: 'ko-KR' });

  test('the app starts in Korean', async ({ page }) => {
    await delayModel(page);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/마스크/);
    await expect(page.getByRole('list', { name: '샘플 사진' })).toContainText('커피');
    await expect(page.getByRole('region', { name: '둘러보기' })).toContainText('사진 열기');
  });

  test('an action is found by its Korean name, and by the English one', async ({ app, page }) => {
    await openSceneWithoutModel(app);
    const palette = page.getByRole('dialog', { name: '동작 검색' });
    for (const [words, tool] of [
      ['지우', '지우개'],
      ['lasso', '올가미'],
    ] as const) {
      await app.press('Control+k');
      await palette.getByRole('combobox').fill(words);
      await expect(palette.getByRole('option', { selected: true })).toContainText(tool);
      await page.keyboard.press('Enter');
      const button = page.getByRole('button', { name: tool, exact: true });
      await expect(button).toHaveAttribute('aria-pressed', 'true');
    }
  });

  test('a syllable that is still being typed finds what it may become', async ({ app, page }) => {
    await openSceneWithoutModel(app);
    const palette = page.getByRole('dialog', { name: '동작 검색' });
    await app.press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    const keyboard = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose('지웅');
    await expect(palette.getByRole('option', { selected: true })).toContainText('지우개');
    await keyboard.send('Input.insertText', { text: '지웅' });
    await expect(palette.getByRole('status')).toHaveText('그런 이름이 없습니다.');
  });

  test('nothing on the page is English, and axe finds nothing serious', async ({ app, page }) => {
    test.setTimeout(240_000);
    await app.open();
    await expect(page.getByRole('list', { name: '샘플 사진' })).toContainText('커피');
    const english = new Set(await englishOn(page));
    const photo = { ...scenePhoto, name: NAME };
    await withKnownEmbedding(page, photo, () => app.openFile(photo));
    // What a model set says of itself is its maker's.
    const { name, provenance, licence } = await page.evaluate(() => {
      const { set } = window.annotator.engine.getState();
      if (!set) throw new Error('no model set is in use');
      return set;
    });
    const given = [NAME, name, provenance, licence, 'Language: English', 'Language: Korean'];
    const note = async () => {
      for (const text of await englishOn(page, ...given)) english.add(text);
    };
    await app.click(...ballAt);
    await app.press('Enter');
    await app.until(({ objects }) => objects === 1);
    await app.press('n');
    await note();
    await app.click(...plateAt);
    await note();
    expect(await seriousFaults(page)).toEqual([]);
    for (const keys of ['Control+e', '?', 'Control+k']) {
      await app.press(keys);
      await expect(page.locator('dialog[open]')).toBeVisible();
      await note();
      await page.keyboard.press('Escape');
    }
    expect([...english]).toEqual([]);
  });
});
