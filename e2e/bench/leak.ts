import { jpegFile, type TestFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { FilmstripPage } from '../pages/filmstrip.ts';
import { ballAt } from '../pages/scene-page.ts';
import { exportDialog } from '../pages/transfers.ts';
import { heldBytes } from './heap.ts';
import { mebibytes, residentBytes } from './memory.ts';
import { openWatched, type WatchedPage } from './watched.ts';

const [, , count = '2000'] = process.argv;
const ROUNDS = Number(count);
/** Until every cache is full, and what the browser keeps of a visit is there. */
const WARM_UP = 100;
const LOOKS = 10;
/** By how much each may have grown from the end of the warm-up to the end. */
const MOST_GROWTH = { held: 0.03, nodes: 0.03, listeners: 0.03, process: 0.1 };

/** Bytes that the main thread holds in JavaScript, nodes and listeners of the page, bytes of its process. */
type Sizes = Readonly<Record<keyof typeof MOST_GROWTH, number>>;

const SCALES = [1, 0.9, 0.8, 0.7, 0.6];
const photos: readonly TestFile[] = SCALES.map((scale, i) =>
  jpegFile(`meadow-${i + 1}.jpg`, drawScene(scaleScene(SCENE, scale))),
);

/** Does the same work over and over, which leaves the project as it was, and looks at what stays in memory. */
async function lookForLeaks(): Promise<void> {
  const watched = await openWatched();
  const { app } = watched;
  await watched.devtools.send('Performance.enable');
  // Where the browser would ask for a file, a test can't answer: it downloads then.
  await app.page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  for (const photo of photos) await app.openFile(photo);
  const step = Math.ceil(ROUNDS / LOOKS);
  let first: Sizes | null = null;
  for (let i = 0; i < WARM_UP + ROUNDS; i++) {
    if (i === WARM_UP) first = await look(watched, 'warm');
    await workOnce(watched, i);
    const done = i + 1 - WARM_UP;
    if (done > 0 && done < ROUNDS && done % step === 0) await look(watched, `${done} rounds`);
  }
  const last = await look(watched, 'at the end');
  await watched.close();
  report(first ?? last, last);
}

/** Opens a photo, clicks, keeps, takes back and does again, exports, goes to the next photo, clears up. */
async function workOnce({ app }: WatchedPage, round: number): Promise<void> {
  const { page } = app;
  // From the last but one to the first, so each round opens a photo that is not on the stage.
  const at = photos.length - 2 - (round % (photos.length - 1));
  const [photo, scale] = [photos[at] as TestFile, SCALES[at] ?? 1];
  await app.openFile(photo);
  const [x, y] = ballAt;
  await app.click(x * scale, y * scale);
  await app.press('Enter');
  await app.until(({ objects, steps }) => objects === 1 && steps === 0);
  await app.press('Control+z');
  await app.until(({ objects }) => objects === 0);
  await app.press('Control+Shift+z');
  await app.until(({ objects }) => objects === 1);
  await app.press('Control+e');
  const dialog = exportDialog(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await (await download).delete();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  while (await page.evaluate(() => window.annotator.canUndo())) {
    await app.press('Control+z');
    await app.until(({ pending }) => !pending);
  }
  await app.press('d');
  await new FilmstripPage(app).untilShown((photos[at + 1] as TestFile).name);
}

async function look(watched: WatchedPage, when: string): Promise<Sizes> {
  await watched.collect();
  const { metrics } = await watched.devtools.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const sizes: Sizes = {
    held: await heldBytes(watched.devtools),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    process: residentBytes(watched.processId),
  };
  console.log(
    `${when}: held ${megabytes(sizes.held)} MB, ${sizes.nodes} nodes, ${sizes.listeners} listeners, process ${mebibytes(sizes.process)} MiB`,
  );
  return sizes;
}

function report(first: Sizes, last: Sizes): void {
  for (const [what, most] of Object.entries(MOST_GROWTH) as [keyof Sizes, number][]) {
    const growth = last[what] / first[what] - 1;
    const isMet = growth <= most;
    if (!isMet) process.exitCode = 1;
    console.log(
      `${what}: ${(growth * 100).toFixed(1)} % more after ${ROUNDS} rounds; bar ${isMet ? 'met' : 'MISSED'}: ${most * 100} %`,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

await lookForLeaks();
