import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { jpegFile, plainCanvas, pngFile, truncated } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { FilmstripPage } from '../pages/filmstrip.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel, SCENE_NAME } from '../pages/scene-page.ts';
import { faultsIn } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

/** A folder on the disk, gone again after the test. */
function makeFolder(files: Readonly<Record<string, Buffer | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Each of another size, since a photo is known by its content. */
function photo(number: number): Buffer {
  return pngFile('', plainCanvas({ width: 300 + number, height: 200 })).buffer;
}

/** A browser that gives no handles, as Firefox and Safari. */
async function withoutHandles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showDirectoryPicker');
  });
}

test('a folder is opened by name, with the folders in it; what is no photo is left out', async ({
  app,
  page,
}) => {
  await withoutHandles(page);
  await openSceneWithoutModel(app);
  const strip = new FilmstripPage(app);
  const folder = makeFolder({
    'img10.png': photo(10),
    'img9.png': photo(9),
    'notes.txt': 'to do',
    'night/img1.png': photo(1),
    'night/cut.jpg': truncated(jpegFile('', drawScene(SCENE))).buffer,
  });
  await strip.chooseFolder(folder);
  await app.until(({ photoCount, opening }) => photoCount === 5 && opening === null);
  expect(await strip.names()).toEqual([SCENE_NAME, 'img9.png', 'img10.png', 'cut.jpg', 'img1.png']);
  await strip.untilShown('img9.png');
  await app.press('d');
  await strip.untilShown('img10.png');
  await app.press('a');
  await strip.untilShown('img9.png');
  await expect(strip.frame('cut.jpg')).toHaveAccessibleName(/can’t be shown/);
  await strip.frame('cut.jpg').click();
  await expect(app.notices.getByText(/cut\.jpg: .*cut off/)).toBeVisible();
  await strip.untilShown('img9.png');
  // Without a handle the project has copies: the folder may go.
  await new ProjectsPage(app).untilSaved();
  rmSync(folder, { recursive: true });
  await strip.frame('img1.png').click();
  await strip.untilShown('img1.png');
});

test('a folder that the browser gives a handle to is opened as well', async ({ app, page }) => {
  test.setTimeout(300_000);
  await openSceneWithoutModel(app);
  await page.evaluate(
    async (bytes) => {
      const root = await navigator.storage.getDirectory();
      const night = await root.getDirectoryHandle('night', { create: true });
      const inner = await night.getDirectoryHandle('second', { create: true });
      const writable = await (
        await inner.getFileHandle('a.png', { create: true })
      ).createWritable();
      await writable.write(Uint8Array.from(bytes));
      await writable.close();
      Object.assign(window, { showDirectoryPicker: async () => night });
    },
    [...photo(1)],
  );
  const strip = new FilmstripPage(app);
  await strip.bar.getByRole('button', { name: 'Folder' }).click();
  await strip.untilShown('a.png');
  await expect(page.getByRole('definition').filter({ hasText: 'second' })).toBeVisible();
  await new ProjectsPage(app).untilSaved();
  // Leave is asked for once for all in it, not once for each folder in the folder.
  expect(await keptFolders(page)).toEqual([null, 'night']);
});

/** The name of the folder by which the project comes back to each photo. */
async function keptFolders(page: Page): Promise<(string | null)[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('robustsam-annotator');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction('files').objectStore('files').getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    const folders = reading.result.map(({ folder }) => folder?.name ?? null);
    return folders.sort((a, b) => Number(a !== null) - Number(b !== null));
  });
}

test('after a restart the browser wants leave for a photo on the disk; dropped again, it is there', async ({
  app,
  page,
  context,
}) => {
  const folder = makeFolder({ 'a.png': photo(1) });
  await openSceneWithoutModel(app);
  await dropFile(page, join(folder, 'a.png'));
  await app.until(({ photoCount, opening }) => photoCount === 2 && opening === null);
  await new Editing(app).drawBox({ x0: 100, y0: 50, x1: 200, y1: 150 });
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  await new ProjectsPage(app).untilSaved();
  // A browser takes leave back once no page of the app is open any more.
  await page.close();

  const again = new AnnotatorPage(await context.newPage());
  await again.open();
  const banner = again.page.getByRole('status').filter({ hasText: 'needs your permission again' });
  await expect(banner).toContainText('a.png');
  await expect(banner.getByRole('button', { name: 'Allow' })).toBeEnabled();
  expect(await faultsIn(again.page, '.engine-alert')).toEqual([]);
  await dropFile(again.page, join(folder, 'a.png'));
  await expect(banner).toBeHidden();
  await again.until(({ photoCount, objects }) => photoCount === 2 && objects === 1);
  rmSync(folder, { recursive: true });
});

/** From the system's file manager: the page gets a handle of it. */
async function dropFile(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}
