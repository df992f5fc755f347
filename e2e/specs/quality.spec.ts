import { readFileSync } from 'node:fs';
import { plainCanvas, pngFile, type TestFile } from '../files/files.ts';
import { listSamples, samplePath } from '../golden/samples.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { FilmstripPage } from '../pages/filmstrip.ts';
import { Palette } from '../pages/palette.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openScene, SCENE_NAME } from '../pages/scene-page.ts';
import { faultsIn } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';
import { watchWorkers } from '../pages/workers.ts';

/** Photos that came with the app. */
function sampleFiles(...ids: readonly string[]): TestFile[] {
  return ids.map((id) => {
    const sample = listSamples().find((one) => one.id === id);
    if (!sample) throw new Error(`there is no sample ${id}`);
    const buffer = readFileSync(samplePath(sample));
    return { name: `${id}.jpg`, mimeType: 'image/jpeg', buffer };
  });
}

const FLAT = pngFile('flat.png', plainCanvas({ width: 300, height: 200 }));
const PIXEL = pngFile('pixel.png', plainCanvas({ width: 1, height: 1 }));
const PHOTOS = [
  ...sampleFiles('astronaut', 'night-raccoon', 'launch-pad-fog', 'high-iso', 'night-kitchen'),
  FLAT,
  PIXEL,
];

async function openPhotos(app: AnnotatorPage): Promise<FilmstripPage> {
  await openScene(app);
  await app.chooseFiles(...PHOTOS);
  await app.until(({ photoCount, opening }) => photoCount === 8 && opening === null);
  return new FilmstripPage(app);
}

test('photos are listed by what is wrong with them and counted, also on the next visit', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  const workers = await watchWorkers(page);
  const strip = await openPhotos(app);
  const menu = await strip.openFilter();
  await menu.getByLabel('Order').selectOption('Worst photos first');
  // Nobody opens them: they are measured while the engine has nothing to do.
  await expect
    .poll(() => strip.names(), { timeout: 200_000 })
    .toEqual([
      'launch-pad-fog.jpg',
      'night-kitchen.jpg',
      'night-raccoon.jpg',
      SCENE_NAME,
      'high-iso.jpg',
      'astronaut.jpg',
      'flat.png',
      'pixel.png',
    ]);
  await expect(menu.getByText('The rest is measured')).toBeHidden();
  await expect(strip.frame('night-kitchen.jpg')).toHaveAccessibleName(/Dark, Low contrast$/);
  await expect(strip.frame('astronaut.jpg')).toHaveAccessibleName(/Clear$/);
  await expect(strip.frame('pixel.png')).toHaveAccessibleName(/Blank$/);
  await menu.getByLabel('Quality').selectOption('Dark');
  await expect(menu.getByText('2 photos')).toBeVisible();
  expect(await strip.names()).toEqual(['night-kitchen.jpg', 'night-raccoon.jpg']);
  await menu.getByLabel('Quality').selectOption('No report yet');
  expect(await strip.names()).toEqual(['flat.png', 'pixel.png']);
  expect(await faultsIn(page, '.filmstrip')).toEqual([]);

  await page.keyboard.press('Escape');

  const palette = new Palette(app);
  await app.press('Control+k');
  await palette.field.fill('noisy');
  await page.keyboard.press('Enter');
  await expect.poll(() => strip.names()).toEqual(['high-iso.jpg']);
  await page.getByRole('button', { name: 'Statistics' }).click();
  const dialog = page.getByRole('dialog', { name: 'Statistics' });
  const cells = (name: string) => dialog.getByRole('row', { name }).getByRole('cell');
  await expect(cells('Dark')).toHaveText(['2', '1', '1']);
  await expect(cells('Noisy')).toHaveText(['1', '0', '1']);
  await expect(cells('No report yet')).toHaveText(['2', '', '']);
  expect(await faultsIn(page, 'dialog[open]')).toEqual([]);
  await page.keyboard.press('Escape');

  const projects = new ProjectsPage(app);
  await projects.untilSaved();
  await expect.poll(() => projects.countRecords('reports')).toBe(8);
  await projects.reload();
  const again = await strip.openFilter();
  await again.getByLabel('Quality').selectOption('Hazy');
  await expect.poll(() => strip.names()).toEqual([SCENE_NAME, 'launch-pad-fog.jpg']);
  expect(await workers.asked()).not.toContain('thumbnail');
});
