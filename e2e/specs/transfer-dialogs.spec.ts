import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { ballAt, keepTwo, openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';
import { chooseFormat, chooseLabels, exportDialog, importDialog } from '../pages/transfers.ts';

test('the dialog shows what the zip will hold, and what coarser polygons keep', async ({
  scene: app,
}) => {
  await keepTwo(app);
  await app.press('Control+e');
  const dialog = exportDialog(app.page);
  const contents = dialog.getByRole('region', { name: 'Contents' });
  await chooseFormat(dialog, 'COCO instances');
  await expect(contents.getByText('annotations/instances_default.json')).toBeVisible();
  await expect(dialog.getByText(/vertices, IoU 100\.0 %/)).toBeVisible();
  await dialog.getByLabel('Polygon detail').fill('2');
  await expect(dialog.getByText(/vertices, IoU 9\d\.\d %, at worst 9\d/)).toBeVisible();
  await chooseFormat(dialog, 'Cut-outs');
  await expect(contents.getByText('cut-outs/meadow/001-object.png')).toBeVisible();
  await chooseFormat(dialog, 'Overlays');
  await expect(contents.getByText('overlays/meadow.jpg')).toBeVisible();
  await dialog.getByLabel('Polygon detail').waitFor({ state: 'detached' });
  await app.page.keyboard.press('Escape');
});

test('of several photos a format of one file shows one file, and says nothing of others', async ({
  app,
}) => {
  await openSceneWithoutModel(app);
  const smaller = { ...SCENE, ball: { ...SCENE.ball, radius: 60 } };
  await app.chooseFiles(jpegFile('second.jpg', drawScene(smaller)));
  await app.press('Control+e');
  const dialog = exportDialog(app.page);
  const contents = dialog.getByRole('region', { name: 'Contents' });
  await chooseFormat(dialog, 'COCO instances');
  await dialog.getByText('All open (2)').click();
  await expect(contents.getByText('and the same for 1 more photo')).toBeVisible();
  await dialog.getByLabel('Put the photos beside the labels').uncheck();
  await expect(contents.getByRole('listitem')).toHaveText([/instances_default\.json/]);
});

test('files that hold no labels are named with the reason, and nothing changes', async ({
  scene: app,
}) => {
  await app.click(...ballAt);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  const json = {
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a": 1}'),
  };
  const zip = { name: 'cut.zip', mimeType: 'application/zip', buffer: Buffer.from('PK, but no') };
  await chooseLabels(app, json, zip);
  const dialog = importDialog(app.page);
  await expect(dialog.getByText('No labels were found')).toBeVisible();
  await expect(dialog.getByText('notes.json: is not in a format')).toBeVisible();
  await expect(dialog.getByText('cut.zip: is damaged or not valid zip')).toBeVisible();
  await app.page.keyboard.press('Escape');
  expect((await app.facts()).objects).toBe(1);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`in ${scheme}, axe finds nothing serious in either dialog`, async ({ scene: app }) => {
    const { page } = app;
    await page.evaluate((theme) => window.annotator.setTheme(theme), scheme);
    await keepTwo(app);
    await app.press('Control+e');
    await chooseFormat(exportDialog(page), 'COCO instances');
    await expect(exportDialog(page).getByText(/vertices/)).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await app.press('Control+i');
    await expect(importDialog(page)).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
}
