import { maskIou } from '../../src/mask/measure.ts';
import { jpegFile, plainCanvas, pngFile } from '../files/files.ts';
import { ballMask, drawScene, SCENE } from '../files/scene.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { FilmstripPage } from '../pages/filmstrip.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import {
  ballAt,
  openScene,
  openSceneWithoutModel,
  plateAt,
  SCENE_NAME,
} from '../pages/scene-page.ts';
import { faultsIn } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';
import { watchWorkers } from '../pages/workers.ts';

const SQUARE = { x0: 100, y0: 100, x1: 300, y1: 300 };

/** The scene, and three more photos, the first of which is shown. */
async function openFour(app: AnnotatorPage): Promise<FilmstripPage> {
  await openSceneWithoutModel(app);
  await app.chooseFiles(
    ...[1, 2, 3].map((i) => pngFile(`${i}.png`, plainCanvas({ width: 300 + i, height: 200 }))),
  );
  await app.until(({ photoCount, opening }) => photoCount === 4 && opening === null);
  return new FilmstripPage(app);
}

test('photos are marked done, filtered by it and removed, and undo brings all of it back', async ({
  app,
  page,
}) => {
  const strip = await openFour(app);
  await strip.untilShown('1.png');
  await app.press('Control+Enter');
  await strip.untilShown('2.png');
  await expect(strip.bar.getByText('1 / 4 done')).toBeVisible();
  await expect(strip.frame('1.png')).toHaveAccessibleName('1.png, 0 objects, done');

  const menu = await strip.openFilter();
  await menu.getByLabel('Show').selectOption('To do');
  await expect(menu.getByText('3 photos')).toBeVisible();
  expect(await strip.names()).toEqual([SCENE_NAME, '2.png', '3.png']);
  await menu.getByRole('searchbox').fill('.png');
  expect(await faultsIn(page, '.filmstrip')).toEqual([]);
  await menu.getByRole('searchbox').fill('nothing');
  await expect(strip.bar.getByText('No photo matches.')).toBeVisible();
  await strip.bar.getByRole('button', { name: 'Show all' }).click();

  await page.getByRole('button', { name: 'Remove from the project' }).click();
  await strip.untilShown('3.png');
  expect(await strip.names()).toEqual([SCENE_NAME, '1.png', '3.png']);
  await app.press('Control+z');
  await strip.untilShown('2.png');
  await app.press('Control+z');
  await strip.untilShown('1.png');
  await expect(strip.bar.getByText('0 / 4 done')).toBeVisible();
});

test('a photo of the filmstrip has a menu, by the right button and by the keyboard', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  const strip = new FilmstripPage(app);
  await app.chooseFiles(pngFile('1.png', plainCanvas({ width: 301, height: 200 })));
  await strip.untilShown('1.png');
  await strip.frame(SCENE_NAME).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Photo' });
  await menu.getByRole('menuitemcheckbox', { name: 'Photo is done' }).click();
  await expect(strip.frame(SCENE_NAME)).toHaveAccessibleName(/done/);
  await strip.untilShown('1.png');
  await strip.frame('1.png').focus();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Remove from the project' }).click();
  await strip.untilShown(SCENE_NAME);
});

test('a project that is opened again shows its thumbnails, and reads no photo but the shown one', async ({
  app,
  page,
}) => {
  const workers = await watchWorkers(page);
  const strip = await openFour(app);
  await expect(strip.thumbnails).toHaveCount(4);
  expect(await workers.asked()).toContain('thumbnail');
  const projects = new ProjectsPage(app);
  await projects.untilSaved();
  await expect.poll(() => projects.countRecords('thumbnails')).toBe(4);

  await projects.reload();
  await expect(strip.thumbnails).toHaveCount(4);
  expect((await workers.asked()).filter((what) => /thumbnail|decode/.test(what))).toEqual([
    'decode',
  ]);
});

test('the last photo can be removed too, and the page starts over', async ({ app, page }) => {
  await openSceneWithoutModel(app);
  await page.getByRole('button', { name: 'Remove from the project' }).click();
  await expect(page.getByRole('heading', { name: 'Click an object. Get its mask.' })).toBeVisible();
  await app.press('Control+z');
  await new FilmstripPage(app).untilShown(SCENE_NAME);
});

test('statistics say what there is, class by class', async ({ app, page }) => {
  await openSceneWithoutModel(app);
  const objects = new ObjectsPanel(app);
  await objects.nameClass('tile');
  await new Editing(app).drawBox(SQUARE);
  await app.until((facts) => facts.objects === 1);
  await page.getByRole('button', { name: 'Statistics' }).click();
  const dialog = page.getByRole('dialog', { name: 'Statistics' });
  await expect(dialog.getByText('1: 0 done, 1 in work, 0 to do')).toBeVisible();
  const row = dialog.getByRole('row', { name: /^tile/ });
  await expect(row.getByRole('cell')).toHaveText(['1', '1', '0', '0', '1', '7.4 %']);
  expect(await faultsIn(page, 'dialog[open]')).toEqual([]);
});

test('ten thousand photos: the page holds the frames that are seen, and any of them comes up', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  await openSceneWithoutModel(app);
  await page.evaluate(
    async (bytes) => {
      // A comment behind the picture makes each another photo.
      const files = Array.from({ length: 10_000 }, (_, i) => {
        return new File([Uint8Array.from(bytes), String(i)], `${i}.png`);
      });
      void window.annotator.openFiles(files);
    },
    [...pngFile('', plainCanvas({ width: 300, height: 200 })).buffer],
  );
  const strip = new FilmstripPage(app);
  await app.until(({ photoCount, opening }) => photoCount === 10_001 && opening === null, 200_000);
  await strip.untilShown('0.png');
  expect(await strip.frames.count()).toBeLessThan(60);
  const menu = await strip.openFilter();
  await menu.getByRole('searchbox').fill('9876');
  await expect(menu.getByText('1 photo', { exact: true })).toBeVisible();
  await strip.frame('9876.png').click();
  await strip.untilShown('9876.png');
});

/** The scene with its ball elsewhere, and smaller. */
function moved(x: number, y: number) {
  return { ...SCENE, ball: { centre: { x, y }, radius: 95 } };
}

test('objects of the previous photo are followed to where they are now', async ({ app }) => {
  // Alone: photos that others left in the shared scene would lie in between.
  await openScene(app);
  const objects = new ObjectsPanel(app);
  await objects.keep(ballAt);
  await objects.nameClass('ball');
  await objects.keep(plateAt);
  await objects.nameClass('plate');
  const scenes = [moved(380, 200), moved(250, 180), moved(560, 300)];
  await app.chooseFiles(
    ...scenes.map((scene, i) => jpegFile(`next-${i + 1}.jpg`, drawScene(scene))),
  );
  const strip = new FilmstripPage(app);
  await strip.frame('next-1.jpg').click();
  await strip.untilShown('next-1.jpg');
  // Long words wrap rather than run off the panel.
  const overflowing = await app.page
    .locator('.panel-body')
    .evaluateAll((bodies) => bodies.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(overflowing).toBe(0);
  await app.page.getByRole('button', { name: 'Copy the 2 objects of the previous photo' }).click();
  await app.until((facts) => facts.objects === 2);
  const [ball] = await app.keptMasks();
  expect(ball && maskIou(ball, ballMask(moved(380, 200)))).toBeGreaterThan(0.9);
  await expect(objects.list.getByText('plate')).toBeVisible();

  await app.page.getByRole('button', { name: 'Follow onto the next photos' }).click();
  await strip.untilShown('next-3.jpg');
  await expect(app.page.getByText('Followed onto 2 photos.')).toBeVisible();
  await app.until((facts) => facts.objects === 2);
  const [last] = await app.keptMasks();
  expect(last && maskIou(last, ballMask(moved(560, 300)))).toBeGreaterThan(0.9);
  await app.press('Control+z');
  await app.until((facts) => facts.objects === 0);
  await strip.frame('next-2.jpg').click();
  await app.until((facts) => facts.objects === 2);
});
