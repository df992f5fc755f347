import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { carry } from '../pages/drop.ts';
import { Palette } from '../pages/palette.ts';
import { expect, test } from '../pages/test.ts';

const DIST = join(import.meta.dirname, '../../dist');
/** Bytes of all scripts that the first screen waits for. */
const MOST = { plain: 345_000, gzipped: 121_000 };

/** The page's script and what it imports before it begins; what comes later is in `import()`. */
function firstScripts(): ReadonlyMap<string, Buffer> {
  const entry = /src="\.\/(assets\/[^"]+\.js)"/.exec(
    readFileSync(join(DIST, 'index.html'), 'utf8'),
  );
  const scripts = new Map<string, Buffer>();
  const open = [entry?.[1] ?? ''];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (scripts.has(name)) continue;
    const script = readFileSync(join(DIST, name));
    scripts.set(name, script);
    const imports = script.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    for (const [, file] of imports) open.push(`assets/${file}`);
  }
  return scripts;
}

test('the first screen waits for no more script than it needs', () => {
  const scripts = [...firstScripts().values()];
  expect(scripts.length).toBeGreaterThan(1);
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  expect(sum(scripts.map(({ length }) => length))).toBeLessThan(MOST.plain);
  expect(sum(scripts.map((script) => gzipSync(script).length))).toBeLessThan(MOST.gzipped);
});

test('the first screen is whole with these scripts alone, and what is asked of it is done once the others are there', async ({
  app,
  page,
}) => {
  const first = firstScripts();
  let bring = () => {};
  const rest = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    if (!first.has(new URL(route.request().url()).pathname.slice(1))) await rest;
    await route.continue();
  });
  await page.goto('./?test');
  await expect(page.getByRole('heading', { name: 'Click an object' })).toBeVisible();
  const bar = page.getByRole('banner');
  await expect(bar.getByRole('button', { name: 'Export data set' })).toBeEnabled();
  await expect(page.locator('.sample').first()).toBeVisible();
  // A key of the catalogue that is missing would be shown as it is.
  await expect(page.locator('body')).not.toContainText(/[a-z]\.[a-z]+[A-Z.]/);
  const dataTransfer = await carry(page, jpegFile('early.jpg', drawScene(SCENE)));
  await page.locator('body').dispatchEvent('drop', { dataTransfer });
  const pasted = await carry(page, jpegFile('pasted.jpg', drawScene(scaleScene(SCENE, 0.5))));
  await pasted.evaluate((clipboardData) => {
    const options = { clipboardData, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new ClipboardEvent('paste', options));
  });
  await bar.getByRole('button', { name: 'Theme: dark' }).click();
  await page.keyboard.press('Control+k');
  bring();
  const palette = new Palette(app);
  await expect(palette.dialog).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await palette.field.fill('high contr');
  await page.keyboard.press('Enter');
  await expect(palette.dialog).toBeHidden();
  await app.until(({ photoCount, opening }) => photoCount === 2 && opening === null);
});
