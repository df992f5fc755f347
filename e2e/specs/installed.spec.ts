import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { BUILT_FOLDER } from '../files/static-host.ts';
import { expect, OfflinePage, test } from '../pages/offline-test.ts';
import { ProjectsPage } from '../pages/projects-page.ts';

test.setTimeout(240_000);

const photo = jpegFile('meadow.jpg', drawScene(SCENE)).buffer.toString('base64');

test('the browser finds nothing that keeps the app from being installed', async ({ page }) => {
  await new OfflinePage(page).visit();
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(url).toMatch(/manifest\.webmanifest$/);
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's window keeps nothing, which a browser holds against installing from it.
  const serious = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(serious).toEqual([]);
  for (const icon of ['icon-192', 'icon-512', 'maskable-512', 'apple-touch-icon']) {
    const response = await page.request.get(`./icons/${icon}.png`);
    expect(response.headers()['content-type']).toBe('image/png');
  }
});

test('photos shared to the app are opened', async ({ app, page }) => {
  await new OfflinePage(page).visit();
  const address = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0));
    const form = new FormData();
    form.append('photos', new File([bytes], 'Wiese im März.jpg', { type: 'image/jpeg' }));
    return (await fetch('./share', { method: 'POST', body: form })).url;
  }, photo);
  await page.goto(`${address}&test`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wiese im März.jpg');
  expect((await app.facts()).viewport.image).toEqual(SCENE.size);
  // Once: after a reload nothing waits to be opened, also not in another project.
  await app.page.evaluate(() => window.annotator.closeProject());
  await page.reload();
  await app.until(({ phase, opening }) => phase === 'ready' && opening === null);
  expect(await page.evaluate(() => window.annotator.projects.getState().all.length)).toBe(1);
});

test('photos that the system opens with the app are opened', async ({ page }) => {
  // Only an installed app in a window of its own has the real queue.
  await page.addInitScript((base64) => {
    const bytes = Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0));
    const getFile = async () => new File([bytes], 'from-the-system.jpg', { type: 'image/jpeg' });
    const setConsumer = (open: (launch: unknown) => void) => open({ files: [{ getFile }] });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  }, photo);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('from-the-system.jpg');
});

test('the shortcut for opening photos has its button in hand', async ({ page }) => {
  await page.goto('./?open');
  await expect(page.getByRole('button', { name: 'Open photos' }).last()).toBeFocused();
});

test('a new version comes when the person says so, and their work is there again', async ({
  app,
  page,
  host,
}) => {
  const offline = new OfflinePage(page);
  await offline.visit();
  const next = nextVersion('next');
  host.folder = next;
  await page.reload();
  const notice = app.notices.getByText('A new version is ready.');
  await expect(notice).toBeVisible();
  await page.reload();
  await expect(notice).toBeVisible();
  await expect(page).toHaveTitle('RobustSAM Annotator');

  const stale = new URL('models/encoder.00000000.bin', host.url).href;
  await page.evaluate(async (url) => {
    const cache = await caches.open('robustsam-annotator-files');
    await cache.put(url, new Response('of an older version'));
  }, stale);
  const isKept = () => page.evaluate(async (url) => Boolean(await caches.match(url)), stale);

  const reload = app.notices.getByRole('button', { name: 'Reload' });
  await expect(reload).toBeVisible();
  await app.openSample('Coffee');
  await app.click(360, 290);
  await new ProjectsPage(app).untilSaved();
  expect(await isKept()).toBe(true);
  await reload.click();
  await expect(page).toHaveTitle('RobustSAM Annotator, next');
  await app.until(({ steps }) => steps === 1);
  await expect(notice).toBeHidden();
  await offline.untilReady();
  await expect.poll(isKept).toBe(false);
  rmSync(next, { recursive: true });
});

test('a page that slept over two versions goes on, and changes to the newer one with its work', async ({
  app,
  page,
  host,
}) => {
  const offline = new OfflinePage(page);
  await offline.visit();
  await app.openSample('Coffee');
  await app.click(360, 290);
  const versions = ['second', 'third'].map(nextVersion);
  for (const version of versions) {
    host.folder = version;
    // As the browser does once a day.
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting && !registration.installing;
    });
    await expect(app.notices.getByText('A new version is ready.')).toHaveCount(1);
  }
  // Parts of its own version that it has not loaded yet are still there.
  await app.press('Enter');
  await app.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export data set' })).toBeVisible();
  await page.keyboard.press('Escape');
  await new ProjectsPage(app).untilSaved();
  await app.notices.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('RobustSAM Annotator, third');
  await app.until(({ objects }) => objects === 1);
  for (const version of versions) rmSync(version, { recursive: true });
});

/** What was built, with another page. */
function nextVersion(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'annotator-'));
  cpSync(BUILT_FOLDER, folder, { recursive: true });
  const change = (name: string, from: RegExp, to: string) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(join(folder, name), text.replace(from, to));
  };
  change('index.html', /<title>[^<]*/, `<title>RobustSAM Annotator, ${name}`);
  change(
    'sw.js',
    /("?revision"?:[`"'])[0-9a-f]{32}([`"'],"?url"?:[`"']index\.html)/,
    `$1${name}$2`,
  );
  return folder;
}
