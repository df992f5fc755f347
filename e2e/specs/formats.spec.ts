import { maskFromRings } from '../../src/mask/fill.ts';
import { photoFixture } from '../files/files.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { ballAt, delayModel, keepTwo, openKnownSample, scenePhoto } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';
import {
  chooseFormat,
  chooseLabels,
  exportDialog,
  exportZip,
  importDialog,
  zipFile,
} from '../pages/transfers.ts';
import { filesInZip } from '../pages/zip.ts';

test('two objects of a sample go out as COCO and come back on an empty page, pixel by pixel', async ({
  app,
  browser,
}) => {
  await app.open();
  await openKnownSample(app, 'Coffee');
  await app.click(360, 290);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  await app.click(160, 120);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 2);
  const kept = await app.keptMasks();

  const zip = await exportZip(app);
  const files = await filesInZip(zip);
  const coco = JSON.parse(
    new TextDecoder().decode(files.get('annotations/instances_default.json')),
  );
  expect([...files.keys()]).toContain('images/Coffee.jpg');
  expect(coco.images).toMatchObject([{ id: 1, file_name: 'Coffee.jpg' }]);
  const size = { width: coco.images[0].width, height: coco.images[0].height };
  const written = coco.annotations.map(({ segmentation }: { segmentation: number[][] }) =>
    maskFromRings(segmentation, size, 'union'),
  );
  expect(written).toEqual(kept);

  const page = await browser.newPage();
  await delayModel(page);
  const fresh = new AnnotatorPage(page);
  await fresh.open();
  await chooseLabels(fresh, zipFile(zip));
  await expect(
    importDialog(page).getByText('2 objects on 1 photo, which will be opened.'),
  ).toBeVisible();
  await importDialog(page).getByRole('button', { name: 'Import 2 objects' }).click();
  await expect(importDialog(page).getByText(/2 objects on 1 photo imported/)).toBeVisible();
  await importDialog(page).getByRole('button', { name: 'Close' }).last().click();
  await fresh.until((facts) => facts.objects === 2);
  expect(await fresh.keptMasks()).toEqual(kept);
  await page.close();
});

test('labels that come with photos which only their own header turns land on them, and COCO ids come back', async ({
  app,
}) => {
  const names = ['turned.png', 'turned.avif', 'turned.heic', 'orientation-6.tif'];
  const coco = {
    images: names.map((name, i) => ({
      ...{ id: 100 + i, file_name: `${i}-${name}` },
      ...{ width: 24, height: 16 },
    })),
    categories: [{ id: 90, name: 'disc', supercategory: 'thing' }],
    annotations: names.map((_, i) => ({
      ...{ id: 7000 + i, image_id: 100 + i, category_id: 90, iscrowd: 0 },
      segmentation: [[12, 8, 24, 8, 24, 16, 12, 16]],
    })),
  };
  const json = { name: 'c.json', mimeType: '', buffer: Buffer.from(JSON.stringify(coco)) };
  await app.open();
  await chooseLabels(
    app,
    json,
    ...names.map((name, i) => ({ ...photoFixture(name), name: `${i}-${name}` })),
  );
  const dialog = importDialog(app.page);
  await expect(dialog.getByText('4 objects on 4 photos, which will be opened.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 4 objects' }).click();
  await expect(dialog.getByText('4 objects on 4 photos imported')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const files = await filesInZip(await exportZip(app));
  const path = 'annotations/instances_default.json';
  const written = JSON.parse(new TextDecoder().decode(files.get(path)));
  expect(written.images).toMatchObject(coco.images);
  expect(written.categories).toMatchObject(coco.categories);
  expect(written.annotations).toMatchObject(
    coco.annotations.map(({ segmentation: _, ...ids }) => ({ ...ids, bbox: [12, 8, 12, 8] })),
  );
});

test('a data set can be written straight into a new folder, beside what is there', async ({
  scene: app,
}) => {
  const { page } = app;
  await keepTwo(app);
  // A real folder of the browser's own, since no test can answer the system's picker.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('labels', { create: true });
    Object.assign(window, { showDirectoryPicker: async () => folder });
  });
  await app.press('Control+e');
  await chooseFormat(exportDialog(page), 'COCO instances');
  await exportDialog(page).getByLabel('a new folder on the disk').check();
  await exportDialog(page).getByRole('button', { name: 'Export', exact: true }).click();
  const said = exportDialog(page).getByText(/ is written/);
  const name = ((await said.textContent()) ?? '').replace(/ is written.*/, '');
  expect(name).toMatch(/.\.coco$/);
  await exportDialog(page).getByRole('button', { name: 'Export', exact: true }).click();
  await expect(said).toContainText(`${name} 2 is written`);
  // The choice is kept, and the other stories want a zip.
  await exportDialog(page).getByLabel('one zip').check();
  await expect(said).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(exportDialog(page)).toBeHidden();
  const written = await page.evaluate(async (second) => {
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle('labels')).getDirectoryHandle(second);
    const photos = await folder.getDirectoryHandle('images');
    const labels = await folder.getDirectoryHandle('annotations');
    const json = await (await labels.getFileHandle('instances_default.json')).getFile();
    return {
      photo: (await (await photos.getFileHandle('meadow.jpg')).getFile()).size,
      objects: JSON.parse(await json.text()).annotations.length,
    };
  }, `${name} 2`);
  expect(written.objects).toBe(2);
  expect(written.photo).toBe(scenePhoto.buffer.length);
});

test('nothing that is there is replaced unasked, and undo brings it back', async ({
  scene: app,
}) => {
  await keepTwo(app);
  const kept = await app.keptMasks();
  const zip = await exportZip(app, (dialog) => chooseFormat(dialog, 'LabelMe'));
  await app.click(...ballAt);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 3);

  await chooseLabels(app, zipFile(zip));
  const dialog = importDialog(app.page);
  await expect(dialog.getByText('have objects already (1)')).toBeVisible();
  await dialog.getByLabel('Replace them').check();
  await dialog.getByRole('button', { name: 'Import 2 objects' }).click();
  await app.page.keyboard.press('Escape');
  await app.until((facts) => facts.objects === 2);
  expect(await app.keptMasks()).toEqual(kept);
  await app.press('Control+z');
  await app.until((facts) => facts.objects === 3);

  await chooseLabels(app, zipFile(zip));
  await dialog.getByRole('button', { name: 'Import 2 objects' }).click();
  await app.page.keyboard.press('Escape');
  await app.until((facts) => facts.objects === 5);
});

test('what is written straight into a file needs no download', async ({ scene: app }) => {
  await keepTwo(app);
  const { page } = app;
  await page.evaluate(() => {
    const showSaveFilePicker = async () => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle('chosen.zip', { create: true });
    };
    Object.assign(window, { showSaveFilePicker });
  });
  await app.press('Control+e');
  await chooseFormat(exportDialog(page), 'YOLO segmentation');
  await exportDialog(page).getByRole('button', { name: 'Export', exact: true }).click();
  await expect(exportDialog(page).getByText(/chosen\.zip is written/)).toBeVisible();
  const bytes = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('chosen.zip')).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  const files = await filesInZip(Uint8Array.from(bytes));
  expect([...files.keys()]).toEqual([
    'labels/train/meadow.txt',
    'images/train/meadow.jpg',
    'data.yaml',
  ]);
  await page.keyboard.press('Escape');
});

test('the selected object is copied as a picture', async ({ scene: app }) => {
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await keepTwo(app);
  await app.page
    .getByRole('button', { name: /^Object 1/ })
    .first()
    .click();
  await app.press('Control+c');
  await expect(app.notices.getByText('Cut-out copied as PNG.')).toBeVisible();
  const size = await app.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) return null;
    const picture = await createImageBitmap(await item.getType('image/png'));
    return { width: picture.width, height: picture.height };
  });
  expect(size?.width).toBeGreaterThan(200);
  expect(size?.width).toBeLessThan(400);
  await app.press('Shift+C');
  await expect(app.notices.getByText('Mask copied as PNG.')).toBeVisible();
});
