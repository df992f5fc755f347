import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { ADOBE_RGB, iccProfile, PROPHOTO_RGB, profiledPng } from '../files/colours.ts';
import type { TestFile } from '../files/files.ts';
import { tiffFile } from '../files/formats.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { pixelOf } from '../pages/painted.ts';
import { delayModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const SIZE = { width: 320, height: 200 };
const PATCHES = ['#c83214', '#28b43c', '#2846c8', '#dcdc1e', '#808080'];

/** Stripes side by side. */
function drawPatches() {
  const canvas = createCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  const width = SIZE.width / PATCHES.length;
  for (const [i, colour] of PATCHES.entries()) {
    context.fillStyle = colour;
    context.fillRect(i * width, 0, width, SIZE.height);
  }
  return canvas;
}

/** What the stage shows of each stripe, 0 to 255. */
async function shownColours(app: AnnotatorPage, file: TestFile): Promise<number[]> {
  const { photoId } = await app.facts();
  await app.chooseFiles(file);
  await app.until((facts) => facts.photoId !== photoId && facts.opening === null);
  const colours: number[] = [];
  for (const [i] of PATCHES.entries()) {
    const x = ((i + 0.5) * SIZE.width) / PATCHES.length;
    const at = await app.onPage({ x, y: SIZE.height / 2 });
    colours.push(...(await pixelOf(app.stage, 'photo', at)).slice(0, 3));
  }
  return colours;
}

for (const [name, space] of Object.entries({
  'Adobe RGB': ADOBE_RGB,
  'ProPhoto RGB': PROPHOTO_RGB,
})) {
  test(`a TIFF in ${name} has the colours that the browser gives a PNG of the same profile`, async ({
    app,
    page,
  }) => {
    await delayModel(page);
    await app.open();
    const canvas = drawPatches();
    const profile = iccProfile(space);
    const expected = await shownColours(app, profiledPng('known.png', canvas, profile));
    const shown = await shownColours(app, tiffFile('profiled.tif', canvas, profile));
    const plain = await shownColours(app, tiffFile('plain.tif', canvas));
    expect(meanDifference(shown, expected)).toBeLessThan(1);
    expect(meanDifference(plain, expected)).toBeGreaterThan(5);
  });
}

function meanDifference(a: readonly number[], b: readonly number[]): number {
  const sum = a.reduce((total, value, i) => total + Math.abs(value - (b[i] ?? 0)), 0);
  return sum / a.length;
}

test('JPEG XL opens where the browser decodes it, and is refused by its name elsewhere', async ({
  app,
  page,
}) => {
  await delayModel(page);
  await app.open();
  const buffer = readFileSync(join(import.meta.dirname, '../files/disc.jxl'));
  const isKnown = await page.evaluate(
    async (bytes) =>
      createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/jxl' })).then(
        () => true,
        () => false,
      ),
    [...buffer],
  );
  await app.chooseFiles({ name: 'disc.jxl', mimeType: 'image/jxl', buffer });
  if (isKnown) {
    await app.until((facts) => facts.photoId !== null && facts.opening === null);
    expect((await app.facts()).viewport.image).toEqual({ width: 160, height: 120 });
  } else {
    await expect(app.notices.getByRole('alert')).toContainText(/disc\.jxl: .*JPEG XL/);
  }
});
