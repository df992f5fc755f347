import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE, scaleScene } from '../files/scene.ts';
import { mebibytes, peakBytes, residentBytes } from './memory.ts';
import { OUT } from './servers.ts';
import { summarise } from './statistics.ts';
import { openWatched, type WatchedPage } from './watched.ts';

const [, , count = '1000', every = '10'] = process.argv;
const PHOTOS = Number(count);
/** One photo in so many is waited for until it is encoded, the others until they are shown. */
const ENCODED_EVERY = Number(every);
/** Side by side as large as a photo of 12 megapixels. */
const SCALE = 4.7;
const FOLDER = join(OUT, 'room');
const TIMEOUT_MILLISECONDS = 300_000;
/** What the page's process may take at most, and by how much it may have grown at the end. */
const MOST_BYTES = 1.5e9;
const MOST_GROWTH = 0.1;
/** A single one may fall on a moment at which much is under way. */
const SAMPLES = 5;

/** Opens photos of 12 megapixels one after the other and watches the page's process. */
async function measureRoom(): Promise<void> {
  const watched = await openWatched();
  const { page } = watched.app;
  await page.locator('#photo-picker').setInputFiles(writePhotos());
  const sizes: number[] = [];
  let most = 0;
  for (let i = 0; i < PHOTOS; i++) {
    const isWaitedFor = i % ENCODED_EVERY === 0 || i === PHOTOS - 1;
    if (i > 0) await page.evaluate(() => void window.annotator.stepPhoto(1));
    await page.waitForFunction(isReady, { index: i, isWaitedFor }, WAITING);
    if (i === 0) await page.waitForFunction(areAllThere, PHOTOS, WAITING);
    // Each time, as Chromium sets the system's count back now and then.
    most = Math.max(most, peakBytes([watched.processId]) ?? Number.NaN);
    if (isWaitedFor) sizes.push(await note(watched, `photo ${i + 1}`));
  }
  await watched.close();
  rmSync(FOLDER, { recursive: true });
  report(summarise(sizes.slice(0, SAMPLES)).median, most, summarise(sizes.slice(-SAMPLES)).median);
}

const WAITING = { timeout: TIMEOUT_MILLISECONDS, polling: 100 };

/** Runs in the page. */
function isReady({ index, isWaitedFor }: { index: number; isWaitedFor: boolean }): boolean {
  const { photo, embedded } = window.annotator.view.getState();
  const isShown = window.annotator.document.getState().photos[index]?.id === photo?.id;
  return photo !== null && isShown && (embedded || !isWaitedFor);
}

/** Runs in the page. */
function areAllThere(photos: number): boolean {
  const { opening } = window.annotator.view.getState();
  return window.annotator.document.getState().photos.length === photos && opening === null;
}

async function note(watched: WatchedPage, what: string): Promise<number> {
  const before = residentBytes(watched.processId);
  await watched.collect();
  const bytes = residentBytes(watched.processId);
  const held = await watched.app.page.evaluate(() => window.annotator.memory.getState());
  const counted = held.photo + held.masks + held.history + held.thumbnails;
  const [all, budget] = [counted + held.embeddings + held.working, held.budget];
  console.log(
    `${what}: ${mebibytes(before)} MiB, ${mebibytes(bytes)} MiB without garbage; the app counts ${mebibytes(all)} of ${mebibytes(budget)} MiB`,
  );
  return bytes;
}

function report(first: number, most: number, last: number): void {
  console.log(
    `${PHOTOS} photos of 12 megapixels: at first ${mebibytes(first)} MiB, most ${mebibytes(most)} MiB, in the end ${mebibytes(last)} MiB`,
  );
  const isMet = most < MOST_BYTES && last < first * (1 + MOST_GROWTH);
  console.log(
    `bar ${isMet ? 'met' : 'MISSED'}: at most 1.5 GB, at the end 10 % more than at first`,
  );
  process.exitCode = isMet ? 0 : 1;
}

/** Each with a tail of its own, since a photo is known by its content. */
function writePhotos(): string[] {
  mkdirSync(FOLDER, { recursive: true });
  const { buffer } = jpegFile('', drawScene(scaleScene(SCENE, SCALE)));
  return Array.from({ length: PHOTOS }, (_, i) => {
    const path = join(FOLDER, `${i}.jpg`);
    writeFileSync(path, buffer);
    appendFileSync(path, String(i));
    return path;
  });
}

await measureRoom();
