import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { expandCounts, maskFromCocoCounts } from '../../src/formats/coco/rle.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { type InstalledPackage, installPackage } from '../files/installed-package.ts';
import { StaticHost } from '../files/static-host.ts';
import { readAnswers, unpackMask } from '../golden/answers.ts';
import { Fingers } from '../pages/fingers.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

/** What the examples say of a mask. */
interface Said {
  readonly score: number;
  readonly size: readonly [number, number];
  readonly counts: string;
}

const CLICK = { x: 360, y: 290 };
const { photo, masks } = readAnswers('coffee');

let installed: InstalledPackage;
let host: StaticHost;

test.beforeAll(async () => {
  installed = installPackage();
  host = new StaticHost({ path: '/', largestBytes: 100e6, isShared: true });
  host.folder = installed.folder;
  await host.start();
});

test.afterAll(async () => {
  await host.stop();
  installed.remove();
});

/** How well a mask agrees with the one that the model files give natively. */
function agreement(said: string): number {
  const { size, counts, score }: Said = JSON.parse(said);
  expect(size).toEqual([photo.height, photo.width]);
  expect(score).toBeGreaterThan(0.5);
  const mask = maskFromCocoCounts(expandCounts(counts), photo);
  return maskIou(mask, unpackMask(masks.robust['one point'] ?? '', photo));
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).textContent()) ?? '';
}

test('the packed package answers a click in Node', () => {
  const said = execFileSync(process.execPath, ['click.mjs'], {
    cwd: installed.folder,
    encoding: 'utf8',
  });
  expect(agreement(said)).toBeGreaterThan(0.97);
});

test('and in a page', async ({ page }) => {
  await page.goto(`${host.url}click.html`);
  await expect(page.locator('#answer')).toHaveText('Click the photo');
  await page.locator('#photo').click({ position: CLICK });
  await expect(page.locator('#answer')).toContainText('counts');
  expect(agreement(await textOf(page, '#answer'))).toBeGreaterThan(0.97);
  expect(await storedBy(page)).toEqual({ files: [], keys: [], hasModel: true });
});

/** What the package leaves on a page of others: model files, in a cache, and nothing else. */
function storedBy(page: Page) {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const files = await Array.fromAsync(root.keys());
    const cached = await (await caches.open('robustsam-annotator-files')).keys();
    const hasModel = cached.some(({ url }) => url.includes('/robustsam/models/'));
    return { files, keys: Object.keys(localStorage), hasModel };
  });
}

test('a bundled page says where the files are', async ({ page }) => {
  const { folder } = installed;
  const html = readFileSync(join(folder, 'click.html'), 'utf8')
    .replace('./node_modules/robustsam/browser.js', 'robustsam')
    .replace("encode('", "encode('/")
    .replace('openEngine({', "openEngine({ filesUrl: '/node_modules/robustsam',");
  writeFileSync(join(folder, 'bundled.html'), html);
  await build({
    configFile: false,
    root: folder,
    base: '/bundled/',
    logLevel: 'error',
    build: {
      outDir: 'bundled',
      target: 'es2023',
      rolldownOptions: { input: join(folder, 'bundled.html') },
    },
  });
  host.requests.length = 0;
  await page.goto(`${host.url}bundled/bundled.html`);
  await expect(page.locator('#answer')).toHaveText('Click the photo');
  expect(host.requests).not.toContain('GET /node_modules/robustsam/browser.js');
  await page.locator('#photo').click({ position: CLICK });
  await expect(page.locator('#answer')).toContainText('counts');
});

/** What a promise is refused with: the package's codes, or what a signal was given. */
function refusals(page: Page, url: string): Promise<unknown[]> {
  return page.evaluate(async (address) => {
    const library: typeof import('../../src/library/browser.ts') = await import(address);
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'answered',
        (error: unknown) => (error instanceof library.RobustSamError ? error.code : error),
      );
    const engine = await library.openEngine();
    const photo = await engine.encode('coffee.jpg');
    const photos = await Promise.all([photo, engine.encode('coffee.jpg', { model: 'plain' })]);
    const asked = [{ x: 360, y: 290 }];
    const both = await Promise.all(photos.map((one) => one.decode({ points: asked })));
    const stop = new AbortController();
    const found = await photo.everything({ pointsPerSide: 3 });
    const ended = photo.everything({
      pointsPerSide: 8,
      signal: stop.signal,
      onProgress: () => stop.abort('enough'),
    });
    const answers = [
      both.length,
      found.length > 0,
      await refused(ended),
      await refused(engine.encode(new Blob(['words']))),
      await refused(engine.encode('none.jpg')),
      await refused(photo.decode({ points: [{ x: 999, y: 1 }] })),
      await refused(library.openEngine({ filesUrl: '/none/', backend: 'wasm-single' })),
      await refused(library.openEngine({ modelUrl: '/none/', backend: 'wasm-single' })),
      await refused(library.openEngine({ signal: AbortSignal.abort('at once') })),
    ];
    const late = photo.everything({ pointsPerSide: 8 });
    await engine.close();
    return [...answers, await refused(late), await refused(photo.decode({ points: asked }))];
  }, url);
}

test('from another host it finds everything, and says in codes what it refuses', async ({
  page,
}) => {
  await page.goto(`${host.url}coffee.jpg`);
  const other = host.url.replace('127.0.0.1', 'localhost');
  const address = `${other}node_modules/robustsam/browser.js`;
  expect(await refusals(page, address)).toEqual([
    2,
    true,
    'enough',
    'photo',
    'photo',
    'prompt',
    'files',
    'files',
    'at once',
    'closed',
    'closed',
  ]);
});

/** The events of the element from now on, by name, as they come. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ['ready', 'keep', 'change', 'error']) {
      document.addEventListener(name, () => heard.push(name), { capture: true });
    }
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard'));
}

test('the element makes masks by mouse and keys, keeps them and takes them back', async ({
  page,
}) => {
  await page.goto(`${host.url}annotator.html`);
  const element = page.locator('robustsam-annotator');
  const [canvas, status] = [element.locator('canvas'), element.getByRole('status')];
  const heard = await listen(page);
  await expect(status).toHaveText('Click an object.');
  await canvas.click({ position: CLICK });
  await expect(status).toContainText('The mask covers');
  await element.getByLabel('Class').selectOption('saucer');
  await canvas.press('Enter');
  await expect(page.locator('#kept')).toContainText('"class":"saucer"');
  expect(agreement(await textOf(page, '#kept'))).toBeGreaterThan(0.97);
  const count = () => element.evaluate((one) => Reflect.get(one, 'masks').length);
  expect(await count()).toBe(1);
  await canvas.press('Control+z');
  expect(await count()).toBe(0);
  await expect(status).toContainText('The mask covers');
  await element.getByRole('button', { name: 'Clear' }).click();
  await canvas.click({ position: CLICK, button: 'right' });
  await expect(status).toHaveText('Click the object too.');
  expect(await heard()).toEqual(['ready', 'change', 'keep', 'change']);
  await canvas.press('Escape');
  // From the middle, 300, 200.
  for (const key of ['1', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Space']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('#kept')).toContainText('"class":"cup"');
  expect(agreement(await textOf(page, '#kept'))).toBeGreaterThan(0.9);
  await element.evaluate((one) => one.setAttribute('src', 'none.jpg'));
  await expect(status).toContainText('status 404');
  await element.evaluate((one) => one.setAttribute('src', ''));
  await expect(element.getByText('No photo yet')).toBeVisible();
  expect((await heard()).slice(4)).toEqual(['change', 'keep', 'change', 'error']);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a tap is the object, a long press the background, in the page’s language', async ({
    page,
  }) => {
    const html = readFileSync(join(installed.folder, 'annotator.html'), 'utf8');
    writeFileSync(
      join(installed.folder, 'ko.html'),
      html.replace('<title>', '<html lang="ko"><meta name="color-scheme" content="dark"><title>'),
    );
    await page.goto(`${host.url}ko.html`);
    const element = page.locator('robustsam-annotator');
    const status = element.getByRole('status');
    await expect(status).toHaveText('객체를 클릭하세요.');
    expect(await seriousFaults(page)).toEqual([]);
    const { x, y } = (await element.locator('canvas').boundingBox()) ?? { x: 0, y: 0 };
    const fingers = new Fingers(page);
    await fingers.longPressDrag([x + 30, y + 30], [x + 30, y + 30]);
    await expect(status).toHaveText('객체도 클릭하세요.');
    await fingers.tap([x + CLICK.x, y + CLICK.y]);
    await expect(status).toContainText('마스크가 사진의');
    await element.getByRole('button', { name: '확정' }).click();
    await expect(page.locator('#kept')).toContainText('counts');
    const labels = await element.evaluate((one) =>
      Reflect.get(one, 'masks').flatMap((mask: { points: { label: string }[] }) =>
        mask.points.map(({ label }) => label),
      ),
    );
    expect(labels).toEqual(['exclude', 'include']);
  });
});
