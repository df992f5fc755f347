import { maskIou } from '../../src/mask/measure.ts';
import { blackPng, jpegFile, pngFile, type TestFile, truncated } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { ball, ballAt } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const scene = drawScene(SCENE);

test.describe('a file that is no good says why and leaves the work alone', () => {
  const jpeg = jpegFile('cut.jpg', scene);
  const bad: (readonly [TestFile, RegExp])[] = [
    [
      { name: 'nothing.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      /nothing\.jpg: .*empty/,
    ],
    [
      { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear all,\n'.repeat(50)) },
      /letter\.jpg: .*not a photo/,
    ],
    [truncated(jpeg), /cut\.jpg: .*cut off/],
    [truncated(pngFile('cut.png', scene)), /cut\.png: .*cut off/],
    [
      {
        name: 'paper.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
      },
      /paper\.pdf: /,
    ],
    [blackPng('vast.png', { width: 30_000, height: 20_000 }), /vast\.png: .*600 megapixels/],
  ];
  for (const [file, message] of bad) {
    test(`${file.name}: ${message.source}`, async ({ scene: app }) => {
      await app.click(...ballAt);
      const { photoId, photoCount } = await app.facts();
      const mask = await app.mask();
      await app.chooseFiles(file);
      await expect(app.notices.getByRole('alert').filter({ hasText: message })).toBeVisible();
      const after = await app.facts();
      expect({ photoId: after.photoId, photoCount: after.photoCount }).toEqual({
        photoId,
        photoCount,
      });
      expect(maskIou(await app.mask(), mask)).toBe(1);
      await app.notices.getByRole('button', { name: 'Dismiss' }).first().click();
      await app.click(ball.centre.x + 30, ball.centre.y);
    });
  }
});

test('of many files that are no good five are named, and the others counted', async ({
  scene: app,
}) => {
  const letters = Array.from({ length: 60 }, (_, i) => ({
    name: `letter-${i}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(`Dear all,\n${i}`.repeat(50)),
  }));
  await app.chooseFiles(...letters);
  const alert = app.notices.getByRole('alert');
  await expect(alert).toContainText('55 more');
  await expect(alert).toHaveCount(1);
  expect((await alert.textContent())?.match(/letter-\d+\.jpg/g)).toHaveLength(5);
});
