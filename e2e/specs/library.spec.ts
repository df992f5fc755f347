import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import type { Page } from '@playwright/test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expandCounts, maskFromCocoCounts } from '../../src/formats/coco/rle.ts';
import { maskIou } from '../../src/mask/measure.ts';
import {
  type InstalledPackage,
  installPackage,
  PACKAGE_FOLDER,
} from '../files/installed-package.ts';
import { StaticHost } from '../files/static-host.ts';
import { readAnswers, unpackMask } from '../golden/answers.ts';
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
});

test('a page may take it from another host', async ({ page }) => {
  const other = host.url.replace('127.0.0.1', 'localhost');
  const html = readFileSync(join(installed.folder, 'click.html'), 'utf8');
  const elsewhere = html.replace('./node_modules/', `${other}node_modules/`);
  writeFileSync(join(installed.folder, 'elsewhere.html'), elsewhere);
  await page.goto(`${host.url}elsewhere.html`);
  await expect(page.locator('#answer')).toHaveText('Click the photo');
  await page.locator('#photo').click({ position: CLICK });
  await expect(page.locator('#answer')).toContainText('counts');
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

test('the element makes masks of clicks, keeps them and takes them back', async ({ page }) => {
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
});

test('the element works by keys, and says what is wrong', async ({ page }) => {
  await page.goto(`${host.url}annotator.html`);
  const element = page.locator('robustsam-annotator');
  const [canvas, status] = [element.locator('canvas'), element.getByRole('status')];
  await expect(status).toHaveText('Click an object.');
  await canvas.focus();
  // From the middle, 300, 200.
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Space', 'Enter']) {
    await page.keyboard.press(key);
  }
  await expect(page.locator('#kept')).toContainText('"class":"cup"');
  expect(agreement(await textOf(page, '#kept'))).toBeGreaterThan(0.9);
  const heard = await listen(page);
  await element.evaluate((one) => one.setAttribute('src', 'none.jpg'));
  await expect(status).toContainText('status 404');
  await element.evaluate((one) => one.setAttribute('src', ''));
  await expect(element.getByText('No photo yet')).toBeVisible();
  expect(await heard()).toEqual(['change', 'error']);
});

test('npm, bundlers and compilers find everything in the package', async () => {
  const { messages, pkg } = await publint({ pkgDir: PACKAGE_FOLDER, level: 'suggestion' });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(installed.tarball)));
  const result = await checkPackage(tarball);
  const problems = 'problems' in result ? result.problems : [];
  // Modules alone, for resolvers that know `exports`: what `attw --profile esm-only` looks at.
  const ours = problems.filter(
    (problem) =>
      !('resolutionKind' in problem && /^node10$|-cjs$/.test(String(problem.resolutionKind))),
  );
  expect({ types: result.types, problems: ours }).toMatchObject({
    types: { kind: 'included' },
    problems: [],
  });
});
