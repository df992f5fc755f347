import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import type { AnnotatorPage } from './annotator.ts';

export const { ball, plate } = SCENE;
export const ballAt = [ball.centre.x, ball.centre.y] as const;
export const plateAt = [(plate.x0 + plate.x1) / 2, (plate.y0 + plate.y1) / 2] as const;

export const SCENE_NAME = 'meadow.jpg';

/** Around both objects. */
export const AROUND_BOTH = { x0: 80, y0: 80, x1: 740, y1: 520 };

/** Opens the app with the drawn scene for what needs no model, and so spares the tests its start. */
export async function openSceneWithoutModel(app: AnnotatorPage): Promise<void> {
  await app.page.context().route('**/models/manifest.json', (route) => route.abort());
  await app.open();
  await app.chooseFiles(jpegFile(SCENE_NAME, drawScene(SCENE)));
  await app.until(({ photoId, opening }) => photoId !== null && opening === null);
}

/** Opens the app with the drawn scene in a project of its own, ready for clicks. */
export async function openScene(app: AnnotatorPage): Promise<void> {
  await app.open();
  await app.page.evaluate(() => window.annotator.closeProject());
  await app.openFile(jpegFile(SCENE_NAME, drawScene(SCENE)));
}
