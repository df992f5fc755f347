import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, type Scene } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { FilmstripPage } from '../pages/filmstrip.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { WITH_THREADS } from '../pages/query.ts';
import { delayModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';
import { exportZip, importZip } from '../pages/transfers.ts';

/** Read again by pycocotools: e2e/readers/test_story.py. */
const OUT = join(import.meta.dirname, '../out/story');

const SCENES: readonly Scene[] = [0, 1, 2].map((i) => {
  const { centre, radius } = SCENE.ball;
  return {
    ...SCENE,
    ball: { centre: { ...centre, y: centre.y + 40 * i }, radius: radius - 15 * i },
  };
});
const NAMES = ['first.jpg', 'second.jpg', 'third.jpg'];
const { plate } = SCENE;
const plateAt = [(plate.x0 + plate.x1) / 2, (plate.y0 + plate.y1) / 2] as const;

test('three photos, two classes, a mask mended by brush, undo across photos, and COCO out and in again', async ({
  app,
  browser,
}) => {
  const objects = new ObjectsPanel(app);
  const strip = new FilmstripPage(app);
  const editing = new Editing(app);
  await app.open(WITH_THREADS);
  await app.chooseFiles(...SCENES.map((scene, i) => jpegFile(NAMES[i] ?? '', drawScene(scene))));
  await app.until(({ photoCount, opening }) => photoCount === 3 && opening === null);
  await app.untilReady();

  for (const [i, { ball }] of SCENES.entries()) {
    if (i > 0) await app.press('d');
    await strip.untilShown(NAMES[i] ?? '');
    await app.untilReady();
    await objects.keep([ball.centre.x, ball.centre.y]);
    await objects.nameClass('ball');
    await objects.keep(plateAt);
    await objects.nameClass('plate');
  }

  const [before] = await app.keptMasks();
  await editing.select('Object 1');
  await editing.choose('Brush');
  await editing.drag({ x: 500, y: 80 }, { x: 700, y: 80 });
  await app.until((facts) => facts.objects === 2);
  const mended = await app.keptMasks();
  expect(mended[0]?.runs).not.toEqual(before?.runs);

  // Back over the third photo's seven steps to the second one's last, and again forward.
  while ((await app.facts()).photoId === (await photoIdOf(app, 2))) {
    await app.press('Control+z');
    await app.until(({ opening }) => opening === null);
  }
  await strip.untilShown('second.jpg');
  // Before it was named, the plate had the class in use.
  expect(await classesOf(app)).toEqual([['ball', 'plate'], ['ball', 'ball'], []]);
  while (await app.page.evaluate(() => window.annotator.canRedo())) {
    await app.press('Control+Shift+z');
    await app.until(({ opening }) => opening === null);
  }
  await strip.untilShown('third.jpg');
  expect(await app.keptMasks()).toEqual(mended);

  const masks = await allMasks(app);
  expect(masks.map(({ length }) => length)).toEqual([2, 2, 2]);
  const zip = await exportZip(app);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'coco.zip'), zip);
  writeFileSync(join(OUT, 'masks.json'), JSON.stringify({ names: NAMES, masks }));

  const page = await browser.newPage();
  await delayModel(page);
  const fresh = new AnnotatorPage(page);
  await fresh.open();
  await importZip(fresh, zip, 6);
  expect(await allMasks(fresh)).toEqual(masks);
  expect(await classesOf(fresh)).toEqual(await classesOf(app));
  await page.close();
});

function photoIdOf({ page }: AnnotatorPage, index: number): Promise<string | undefined> {
  return page.evaluate((at) => window.annotator.document.getState().photos[at]?.id, index);
}

/** By photo: the runs of its objects. */
function allMasks({ page }: AnnotatorPage): Promise<number[][][]> {
  return page.evaluate(() => {
    const { photos, objects } = window.annotator.document.getState();
    return photos.map(({ id }) => (objects[id] ?? []).map(({ mask }) => [...mask.runs]));
  });
}

/** By photo: the names of its objects' classes. */
function classesOf({ page }: AnnotatorPage): Promise<(string | undefined)[][]> {
  return page.evaluate(() => {
    const { photos, objects, classes } = window.annotator.document.getState();
    return photos.map(({ id }) =>
      (objects[id] ?? []).map(({ classId }) => classes.find((one) => one.id === classId)?.name),
    );
  });
}
