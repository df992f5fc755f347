import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { maskContains } from '../../src/mask/measure.ts';
import { otherSet, zipOf } from '../files/model-sets.ts';
import { BUILT_FOLDER } from '../files/static-host.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { ModelPanel } from '../pages/model-panel.ts';
import { expect, OfflinePage, test } from '../pages/offline-test.ts';

// Two starts of the engine each.
test.setTimeout(240_000);

const CUP = { x: 360, y: 290 };

async function expectMaskOfCup(app: AnnotatorPage): Promise<void> {
  await app.openSample('Coffee');
  await app.click(CUP.x, CUP.y);
  expect(maskContains(await app.mask(), CUP)).toBe(true);
}

test('after one visit, all of it GETs to its own address, the app works without its server, with threads that the host did not offer', async ({
  app,
  page,
  host,
}) => {
  const strange: string[] = [];
  const { url } = host;
  page.context().on('request', (request) => {
    const isOwn = request.method() === 'GET' && request.url().startsWith(url);
    if (!isOwn) strange.push(`${request.method()} ${request.url()}`);
  });
  const offline = new OfflinePage(page);
  await offline.visit();
  expect(strange).toEqual([]);
  expect(host.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);

  await host.stop();
  await test.step('everything that was built is there', async () => {
    const paths = builtFiles().filter((path) => !/^(_headers|sw\.js)$|asyncify.*\.wasm/.test(path));
    expect(paths.length).toBeGreaterThan(50);
    const missing = await page.evaluate(async (all) => {
      const answers = await Promise.all(all.map((path) => fetch(path).catch(() => null)));
      return all.filter((_, index) => !answers[index]?.ok);
    }, paths);
    expect(missing).toEqual([]);
  });

  await page.reload();
  const thumbnails = page.getByRole('list', { name: 'Sample photos' }).locator('img');
  await expect(thumbnails).toHaveCount(12);
  for (const thumbnail of await thumbnails.all()) {
    await expect
      .poll(() => thumbnail.evaluate((img) => (img as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  }
  await expectMaskOfCup(app);
  expect((await app.facts()).backend).toBe('wasm-threads');
  await expect(offline.status).toContainText('Works offline');
});

test('a photo that is open by then is not reloaded away', async ({ app, page }) => {
  const offline = new OfflinePage(page);
  await offline.visit('./?test&backend=wasm-threads&sample=coffee');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coffee');
  expect((await app.facts()).photoCount).toBe(1);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test.describe('in a folder of a host', () => {
  test.use({ hostOptions: { path: '/tools/annotator/', largestBytes: Number.POSITIVE_INFINITY } });

  test('the app works, and without the server too', async ({ app, page, host }) => {
    await new OfflinePage(page).visit();
    expect(host.requests.filter((request) => !request.includes(' /tools/annotator/'))).toEqual([]);
    await host.stop();
    await page.reload();
    await expectMaskOfCup(app);
  });
});

test.describe('on a host that takes no file over 25 MiB', () => {
  const largestBytes = 25 * 2 ** 20;
  test.use({ hostOptions: { path: '/', largestBytes } });

  test('the app works, for no file is larger', async ({ app, page }) => {
    const sizes = builtFiles().map((path) => statSync(join(BUILT_FOLDER, path)).size);
    expect(Math.max(...sizes)).toBeLessThan(largestBytes);
    await new OfflinePage(page).visit();
    await expectMaskOfCup(app);
  });
});

test('a model set that was taken in works without the server', async ({ app, page, host }) => {
  const offline = new OfflinePage(page);
  await offline.visit();
  await offline.showPanel();
  const panel = new ModelPanel(page);
  await panel.chooseZip(await zipOf('other.zip', otherSet()));
  await expect(panel.set('Other set')).toContainText('in use');
  await host.stop();
  await page.reload();
  await offline.showPanel();
  await expect(panel.set('Other set')).toContainText('in use');
  await expectMaskOfCup(app);
});

test('a download that broke off goes on where it was', async ({ page, host }) => {
  const weights = /\/models\/encoder\.[^/]*\.bin/;
  host.fault = { file: weights, breaksAfter: 1_000_000 };
  const offline = new OfflinePage(page);
  await page.goto('./?test&backend=wasm-threads&threads=2');
  const alert = page.getByRole('alert').filter({ hasText: 'The model is not running' });
  await expect(alert).toContainText(/encoder[^ ]*\.bin could not be fetched/);
  // The page has isolated itself by now, or it would do so under the next step.
  await page.waitForFunction(() => crossOriginIsolated);
  await expect(alert).toContainText(/encoder[^ ]*\.bin could not be fetched/);
  host.fault = null;
  host.requests.length = 0;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await offline.showPanel();
  await expect(offline.panel).toContainText(/Works offline|Not everything is kept/);
  const resumed = () => host.requests.filter((request) => weights.test(request));
  await expect.poll(resumed).toEqual([expect.stringMatching(/ bytes=[1-9]\d{5,}-$/)]);
});

test('a damaged file is not kept, that is said, and trying again mends it', async ({
  page,
  host,
}) => {
  // Nothing needs it on the CPU, so only offline use wants it.
  host.fault = { file: /decoder-fp16/, isDamaged: true };
  const offline = new OfflinePage(page);
  await page.goto('./?test&backend=wasm-threads&threads=2');
  await expect(offline.status).toContainText('Not kept for offline use');
  await offline.showPanel();
  await expect(offline.panel).toContainText(/decoder-fp16[^ ]*\.onnx arrived damaged/);
  host.fault = null;
  await offline.panel.getByRole('button', { name: 'Try again' }).click();
  await offline.untilReady();
  await expect(offline.panel).toContainText('Works offline');
});

test('where data are saved nothing is loaded for later, until the person says so', async ({
  page,
  host,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  await page.goto('./?test&backend=wasm-threads&threads=2');
  // The page reloads itself once, to have threads.
  await page.waitForFunction(() => {
    return crossOriginIsolated && window.annotator?.engine.getState().phase.kind === 'ready';
  });
  const offline = new OfflinePage(page);
  await offline.showPanel();
  await expect(offline.panel).toContainText('this browser is set to save data');
  // The reader of HEIC files, which no page needs to begin with.
  const isForLater = (request: string) => /libheif.*\.wasm/.test(request);
  expect(host.requests.filter(isForLater)).toEqual([]);
  await offline.panel.getByRole('button', { name: 'Keep now' }).click();
  await offline.untilReady();
  expect(host.requests.filter(isForLater)).not.toEqual([]);
});

test('where service workers are refused, that is said, and the app works', async ({
  browser,
  host,
}) => {
  const context = await browser.newContext({ baseURL: host.url, serviceWorkers: 'block' });
  const page = await context.newPage();
  const offline = new OfflinePage(page);
  await page.goto('./?backend=wasm-single');
  await offline.showPanel();
  await expect(offline.panel).toContainText('Offline use isn’t possible here: the browser refuses');
  await expect(offline.status).toContainText('Ready');
  await context.close();
});

function builtFiles(): string[] {
  return readdirSync(BUILT_FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(BUILT_FOLDER, path)).isFile(),
  );
}
