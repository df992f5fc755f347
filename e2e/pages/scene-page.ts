import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { listSamples, samplePath } from '../golden/samples.ts';
import type { AnnotatorPage } from './annotator.ts';
import { withKnownEmbedding } from './known-embeddings.ts';
import { type Query, WITH_THREADS } from './query.ts';

export const { ball, plate } = SCENE;
export const ballAt = [ball.centre.x, ball.centre.y] as const;
export const plateAt = [(plate.x0 + plate.x1) / 2, (plate.y0 + plate.y1) / 2] as const;

export const SCENE_NAME = 'meadow.jpg';
export const scenePhoto = jpegFile(SCENE_NAME, drawScene(SCENE));

/** Around both objects. */
export const AROUND_BOTH = { x0: 80, y0: 80, x1: 740, y1: 520 };

/** Opens the app with the drawn scene for what needs no model, and so spares the tests its start. */
export async function openSceneWithoutModel(app: AnnotatorPage): Promise<void> {
  await app.page.context().route('**/models/manifest.json', (route) => route.abort());
  await app.open();
  await app.chooseFiles(scenePhoto);
  await app.until(({ photoId, opening }) => photoId !== null && opening === null);
}

/** From now on the model is always on its way: what happens before it is there needs no start of it. */
export async function delayModel(page: Page): Promise<void> {
  await page.context().route('**/models/manifest.json', () => {});
}

/** Opens the app with the drawn scene in a project of its own, ready for clicks. */
export async function openScene(app: AnnotatorPage, query?: Query): Promise<void> {
  await openEmpty(app, query);
  await withKnownEmbedding(app.page, scenePhoto, () => app.openFile(scenePhoto));
}

/** The same for tests of encoding: the scene is encoded, where this browser has no embedding of it. */
export async function openSceneAnew(app: AnnotatorPage): Promise<void> {
  await openEmpty(app, WITH_THREADS);
  await app.openFile(scenePhoto);
}

/** A sample for tests that are not about encoding. */
export async function openKnownSample(app: AnnotatorPage, title: string): Promise<void> {
  const sample = listSamples().find((one) => one.title === title);
  if (!sample) throw new Error(`there is no sample ${title}`);
  const photo = { buffer: readFileSync(samplePath(sample)) };
  await withKnownEmbedding(app.page, photo, () => app.openSample(title));
}

async function openEmpty(app: AnnotatorPage, query?: Query): Promise<void> {
  await app.open(query);
  await app.page.evaluate(() => window.annotator.closeProject());
}

/** Ball and plate are kept, each by a click. */
export async function keepTwo(app: AnnotatorPage): Promise<void> {
  for (const [i, at] of [ballAt, plateAt].entries()) {
    await app.click(...at);
    await app.press('Enter');
    await app.until((facts) => facts.objects === i + 1);
  }
}
