import { createCanvas } from '@napi-rs/canvas';
import { maskContains, maskIou } from '../../src/mask/measure.ts';
import {
  jpegFile,
  photoFixture,
  plainCanvas,
  pngFile,
  sidewaysJpeg,
  type TestFile,
} from '../files/files.ts';
import { bmpFile, tiffFile } from '../files/formats.ts';
import { ballMask, drawScene, SCENE } from '../files/scene.ts';
import { carry } from '../pages/drop.ts';
import { countEncodes, encodesCounted } from '../pages/embeddings.ts';
import { ballAt, delayModel, SCENE_NAME } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const scene = drawScene(SCENE);

test('a sample is one click away, and its mask another', async ({ app }) => {
  await app.open();
  await app.openSample('Coffee');
  await app.click(360, 290);
  expect(maskContains(await app.mask(), { x: 360, y: 290 })).toBe(true);
});

test('a sample can be named in the address', async ({ app, page }) => {
  await delayModel(page);
  await app.open({ sample: 'coffee' });
  await app.until((facts) => facts.photoId !== null);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coffee');
});

test('a photo turned by EXIF stands upright, and so does its mask', async ({ scene: app }) => {
  await app.openFile(sidewaysJpeg('sideways.jpg', scene));
  expect((await app.facts()).viewport.image).toEqual(SCENE.size);
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

test.describe('every format opens', () => {
  const files: TestFile[] = [
    jpegFile('photo.jpg', scene),
    pngFile('photo.png', scene),
    { name: 'photo.webp', mimeType: 'image/webp', buffer: scene.toBuffer('image/webp') },
    { name: 'photo.avif', mimeType: 'image/avif', buffer: scene.toBuffer('image/avif') },
    { name: 'photo.gif', mimeType: 'image/gif', buffer: scene.toBuffer('image/gif') },
    bmpFile('photo.bmp', scene),
    tiffFile('photo.tiff', scene),
  ];
  for (const file of files) {
    test(file.name, async ({ app, page }) => {
      await delayModel(page);
      await app.open();
      await app.chooseFiles(file);
      await app.until((facts) => facts.photoId !== null && facts.opening === null);
      expect((await app.facts()).viewport.image).toEqual(SCENE.size);
      expect((await app.facts()).notices).toEqual([]);
    });
  }
});

test('photos that only their own header turns are upright before they are opened, as they are after', async ({
  app,
  page,
}) => {
  await app.open();
  const turned = [
    'turned.png',
    'turned.avif',
    'turned.heic',
    'orientation-6.jpg',
    'orientation-6.tif',
  ];
  await app.chooseFiles(photoFixture('plain.heic'), ...turned.map(photoFixture));
  await app.until(
    ({ photoCount, opening }) => photoCount === 1 + turned.length && opening === null,
  );
  expect((await app.facts()).notices).toEqual([]);
  const sizes = await page.evaluate(() => {
    const { photos } = window.annotator.document.getState();
    return photos.map(({ size }) => `${size.width}x${size.height}`);
  });
  expect(sizes).toEqual(['24x16', ...turned.map(() => '24x16')]);
  for (const name of turned) {
    await page.getByRole('button', { name: `${name},` }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    expect((await app.facts()).viewport.image, name).toEqual({ width: 24, height: 16 });
  }
});

test.describe('a file without its end opens, as all its pixels are there', () => {
  const files = [
    [jpegFile('open.jpg', scene), 2],
    [pngFile('open.png', scene), 12],
    [{ name: 'open.gif', mimeType: 'image/gif', buffer: scene.toBuffer('image/gif') }, 1],
  ] as const;
  for (const [file, bytes] of files) {
    test(file.name, async ({ app }) => {
      await app.open();
      await app.chooseFiles({ ...file, buffer: file.buffer.subarray(0, -bytes) });
      await app.until((facts) => facts.photoId !== null && facts.opening === null);
      expect((await app.facts()).viewport.image).toEqual(SCENE.size);
      expect((await app.facts()).notices).toEqual([]);
    });
  }
});

for (const size of [
  { width: 568, height: 232 },
  { width: 427, height: 267 },
]) {
  test(`in a window of ${size.width} x ${size.height} the photo has room`, async ({
    scene: app,
    page,
  }) => {
    await page.setViewportSize(size);
    const room = await app.stage.boundingBox();
    expect(room?.height).toBeGreaterThanOrEqual(120);
    await app.press('Shift+Digit0');
    await app.click(...ballAt);
    expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.9);
    expect((await app.stage.boundingBox())?.height).toBeGreaterThanOrEqual(120);
  });
}

test('a file without a picture ending or type is known by its content', async ({ app, page }) => {
  await delayModel(page);
  await app.open();
  await app.chooseFiles({ ...jpegFile('scan', scene), mimeType: 'application/octet-stream' });
  await app.until((facts) => facts.photoId !== null);
});

test('a photo can be dropped onto the page', async ({ app, page }) => {
  await delayModel(page);
  await app.open();
  const transfer = await carry(page, jpegFile('dropped.jpg', scene));
  await app.stage.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop to open')).toBeVisible();
  await app.stage.dispatchEvent('drop', { dataTransfer: transfer });
  await app.until((facts) => facts.photoId !== null && facts.opening === null);
  await expect(page.getByText('Drop to open')).toBeHidden();
});

test('several photos open at once; the first is shown, and the others wait in the filmstrip', async ({
  app,
  page,
}) => {
  await delayModel(page);
  await app.open();
  await app.chooseFiles(
    jpegFile('one.jpg', scene),
    pngFile('two.png', plainCanvas({ width: 40, height: 30 })),
  );
  await app.until((facts) => facts.photoCount === 2 && facts.opening === null);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('one.jpg');
  await page.getByRole('button', { name: /^two\.png/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('two.png');
});

test('the embedding of a photo is kept: coming back to it encodes nothing', async ({
  scene: app,
}) => {
  await app.openFile(pngFile('two.png', plainCanvas({ width: 40, height: 30 })));
  await countEncodes(app.page);
  await app.showPhoto(SCENE_NAME);
  expect(await encodesCounted(app.page)).toBe(0);
});

test.describe('at the limits of size', () => {
  test('a photo of one pixel', async ({ scene: app }) => {
    await app.openFile(pngFile('dot.png', plainCanvas({ width: 1, height: 1 })));
    await app.click(0.5, 0.5);
    expect((await app.mask()).size).toEqual({ width: 1, height: 1 });
  });

  test('a photo of one column', async ({ scene: app }) => {
    await app.openFile(pngFile('line.png', plainCanvas({ width: 1, height: 5000 })));
    // Fitted, its column is a fraction of a screen pixel wide.
    await app.press('Shift+Digit1');
    await app.click(0.5, 2500.5);
    expect((await app.mask()).size).toEqual({ width: 1, height: 5000 });
  });

  test('a photo of 100 megapixels has a mask of 100 megapixels', async ({ scene: app }) => {
    const side = 10_000;
    const canvas = createCanvas(side, side);
    const context = canvas.getContext('2d');
    context.fillStyle = '#7a8a6a';
    context.fillRect(0, 0, side, side);
    context.fillStyle = '#c8321e';
    context.fillRect(2000, 3000, 4000, 2500);

    await app.openFile(jpegFile('huge.jpg', canvas));
    await app.click(4000, 4200);
    const mask = await app.mask();
    expect(mask.size).toEqual({ width: side, height: side });
    expect(maskContains(mask, { x: 4000, y: 4200 })).toBe(true);
    expect(maskContains(mask, { x: 8000, y: 8000 })).toBe(false);
  });
});
