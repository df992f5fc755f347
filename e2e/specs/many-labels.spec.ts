import { SCENE } from '../files/scene.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel, SCENE_NAME } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';
import { chooseLabels, importDialog } from '../pages/transfers.ts';

test('thousands of objects are taken, all painted, saved and there after a reload', async ({
  app,
  page,
}) => {
  await openSceneWithoutModel(app);
  const { width, height } = SCENE.size;
  const side = 10;
  const places = Array.from({ length: 3000 }, (_, i) => {
    const columns = Math.floor(width / side);
    return [(i % columns) * side, Math.floor(i / columns) * side] as const;
  });
  const coco = {
    images: [{ id: 1, file_name: SCENE_NAME, width, height }],
    categories: [{ id: 1, name: 'tile' }],
    annotations: places.map(([x, y], i) => {
      const ring = [x, y, x + side, y, x + side, y + side, x, y + side];
      return { id: i + 1, image_id: 1, category_id: 1, iscrowd: 0, segmentation: [ring] };
    }),
  };
  const buffer = Buffer.from(JSON.stringify(coco));
  const colours = () => Promise.all([places[0], places.at(-1)].map((at) => colourAt(app, at)));
  const before = await colours();
  await page.evaluate(noteSaving);
  await chooseLabels(app, { name: 'coco.json', mimeType: 'application/json', buffer });
  await importDialog(page)
    .getByRole('button', { name: /^Import 3.?000 objects/ })
    .click();
  await app.until(({ objects }) => objects === places.length);
  await expect(importDialog(page).getByText(/imported\. Undo removes/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await colours()).every((colour, i) => colour !== before[i]))
    .toBe(true);
  await new ProjectsPage(app).untilSaved();
  expect(await page.evaluate(() => window.saidOfSaving)).toContainEqual(
    expect.stringMatching(/^Saving: \d+ %$/),
  );
  const document = await new ProjectsPage(app).document();
  await new ProjectsPage(app).reload();
  expect(await new ProjectsPage(app).document()).toEqual(document);
  await app.press('Control+z');
  await app.until(({ objects }) => objects === 0);
});

declare global {
  interface Window {
    saidOfSaving: string[];
  }
}

/** Runs in the page. */
function noteSaving(): void {
  window.saidOfSaving = [];
  new MutationObserver(() => {
    window.saidOfSaving.push(document.querySelector('.save-words')?.textContent ?? '');
  }).observe(document, { characterData: true, childList: true, subtree: true });
}

/** Colour of the middle of a tile, as it is seen on the stage. */
async function colourAt(
  app: AnnotatorPage,
  [x, y]: readonly [number, number] = [0, 0],
): Promise<string> {
  const at = await app.onPage({ x: x + 5, y: y + 5 });
  const clip = { x: Math.floor(at[0]), y: Math.floor(at[1]), width: 1, height: 1 };
  return (await app.page.screenshot({ clip })).toString('base64');
}
