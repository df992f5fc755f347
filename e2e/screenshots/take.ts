import { join } from 'node:path';
import { openWatched } from '../bench/watched.ts';

const FILE = join(import.meta.dirname, 'annotator.jpg');
const CUP = { x0: 205, y0: 18, x1: 512, y1: 288 };
const SAUCER = [
  [220, 249],
  [560, 249],
] as const;

/** README's picture: of a dark photo the cup is kept as an object, the saucer is in hand. */
async function takeScreenshot(): Promise<void> {
  const { app, close } = await openWatched();
  const { page } = app;
  await app.openSample('Night kitchen');
  await app.dragBox(CUP);
  await app.press('Enter');
  await app.until(({ objects }) => objects === 1);
  await app.press('/');
  await page.keyboard.type('cup');
  await page.keyboard.press('Enter');
  const [left, right] = SAUCER;
  await app.click(...left);
  await app.press('/');
  await page.keyboard.type('saucer');
  await page.keyboard.press('Enter');
  await app.click(...right);
  while ((await app.notices.getByRole('button', { name: 'Dismiss' }).count()) > 0)
    await app.notices.getByRole('button', { name: 'Dismiss' }).first().click();
  // No preview under the mouse, no tooltip.
  await page.mouse.move(720, 1);
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: FILE, type: 'jpeg', quality: 90 });
  await close();
}

await takeScreenshot();
console.log(FILE);
