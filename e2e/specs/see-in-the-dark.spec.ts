import type { Page } from '@playwright/test';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openKnownSample } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const DARK = 'Raccoon at night';
const CLICK = [300, 330] as const;

/** Mean of what is on the photo's canvas, 0 to 255. */
function brightness(page: Page): Promise<number> {
  return page.getByTestId('stage-photo').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    let [sum, count] = [0, 0];
    for (let i = 0; data && i < data.length; i += 4) {
      if (data[i + 3] !== 255) continue;
      sum += (data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0);
      count += 3;
    }
    return sum / count;
  });
}

/** The prompt's mask, as its runs. */
async function maskOf(app: AnnotatorPage): Promise<readonly number[]> {
  await app.until(({ pending, token }) => !pending && token !== null);
  return app.page.evaluate(() => [...(window.annotator.view.getState().live?.mask.runs ?? [])]);
}

test('a dark photo is seen with one key, clicked, found again after a reload, and taken back by undo', async ({
  app,
  page,
}) => {
  await app.open();
  await openKnownSample(app, DARK);
  const dark = await brightness(page);
  await app.click(...CLICK);
  const mask = await maskOf(app);
  expect(mask.length).toBeGreaterThan(2);
  await app.press('Control+z');
  await app.until(({ steps, pending }) => steps === 0 && !pending);

  await app.press('Shift+D');
  await expect.poll(() => brightness(page)).toBeGreaterThan(dark * 1.8);
  await app.click(...CLICK);
  expect(await maskOf(app)).toEqual(mask);

  // While the key is held the photo is as it is.
  await page.keyboard.down('`');
  await expect.poll(() => brightness(page)).toBeCloseTo(dark, 0);
  await page.keyboard.up('`');
  await expect.poll(() => brightness(page)).toBeGreaterThan(dark * 1.8);

  await new ProjectsPage(app).untilSaved();
  await page.reload();
  await app.until(({ photoId, opening }) => photoId !== null && opening === null);
  await expect.poll(() => brightness(page)).toBeGreaterThan(dark * 1.8);
  await app.press('Control+z');
  await app.press('Control+z');
  await expect.poll(() => brightness(page)).toBeCloseTo(dark, 0);
});

/** Everything at once, so every step of the two is compared. */
const ALL = {
  exposure: 1.2,
  black: 0.05,
  white: 0.8,
  gamma: 1.4,
  contrast: 0.2,
  local: 0.6,
  dehaze: 0.5,
  denoise: 0.4,
  saturation: 1.5,
};

/** Keeps the photo's canvas, adjusted, on the page under a name. */
async function keepAdjusted(page: Page, name: 'gpu' | 'cpu'): Promise<void> {
  const before = await brightness(page);
  await page.evaluate((all) => {
    window.annotator.previewAdjustments(all);
    window.annotator.keepAdjustments();
  }, ALL);
  await expect.poll(() => brightness(page)).not.toBeCloseTo(before, 0);
  await page.getByTestId('stage-photo').evaluate((element, as) => {
    const canvas = element as HTMLCanvasElement;
    const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    Object.assign(window, { [as]: image?.data });
  }, name);
  await page.evaluate(() => window.annotator.resetAdjustments());
  await expect.poll(() => brightness(page)).toBeCloseTo(before, 0);
}

test('the GPU’s picture and the one of a browser without WebGL are the same within a grey level', async ({
  app,
  page,
}) => {
  await page.context().route('**/models/manifest.json', (route) => route.abort());
  await app.open();
  await app.startSample('Coffee');
  await keepAdjusted(page, 'gpu');
  await page.evaluate(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    function without(this: HTMLCanvasElement, kind: string, ...rest: never[]) {
      return kind === 'webgl2' ? null : Reflect.apply(getContext, this, [kind, ...rest]);
    }
    HTMLCanvasElement.prototype.getContext = without as typeof getContext;
  });
  await keepAdjusted(page, 'cpu');
  const [worst, changed] = await page.evaluate(() => {
    const { gpu, cpu } = window as unknown as Record<'gpu' | 'cpu', Uint8ClampedArray>;
    let [most, different] = [0, 0];
    for (let i = 0; i < Math.max(gpu.length, cpu.length); i++) {
      const by = Math.abs((gpu[i] ?? -99) - (cpu[i] ?? 99));
      most = Math.max(most, by);
      if (by > 0) different += 1;
    }
    return [most, different / gpu.length];
  });
  expect(worst).toBeLessThanOrEqual(1);
  // Roundings that fall the other way.
  expect(changed).toBeLessThan(0.05);
});

test('a slider shows what it does while it moves, and Reset takes all of it back', async ({
  app,
  page,
}) => {
  await page.context().route('**/models/manifest.json', (route) => route.abort());
  await app.open();
  await app.startSample(DARK);
  const dark = await brightness(page);
  const panel = page.getByRole('complementary', { name: 'Inspector' });
  await panel.getByText('View', { exact: true }).click();
  await panel.getByRole('slider', { name: 'Exposure' }).fill('3');
  await expect.poll(() => brightness(page)).toBeGreaterThan(dark * 1.8);
  await expect(panel.getByText('+3.0 EV')).toBeVisible();
  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(() => brightness(page)).toBeCloseTo(dark, 0);
});

test.describe('what is wrong with a photo', () => {
  for (const [title, words] of [
    [DARK, 'Darkness'],
    ['High ISO portrait', 'Noise'],
    ['Restless cat', 'Motion blur'],
    ['Launch pad in fog', 'Haze'],
  ] as const) {
    test(`${title}: ${words}`, async ({ app, page }) => {
      await page.context().route('**/models/manifest.json', (route) => route.abort());
      await app.open();
      await app.startSample(title);
      const summary = page.locator('.report > summary');
      await expect(summary).toContainText(words);
      await summary.click();
      await expect(page.getByRole('img', { name: /Brightness of the pixels/ })).toBeVisible();
    });
  }
});
