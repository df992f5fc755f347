import type { Page } from '@playwright/test';
import { jpegFile } from '../files/files.ts';
import { drawScene, SCENE } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { drawSomething, SQUARE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel, SCENE_NAME } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';
import { bytesOf, filesInZip } from '../pages/zip.ts';

const scenePhoto = jpegFile(SCENE_NAME, drawScene(SCENE));

test('a project file holds everything, and opens as a project of its own', async ({ app }) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await drawSomething(app);
  await projects.rename('Meadow');
  const before = await projects.document();
  const { bytes, name } = await saveFile(projects, true);
  expect(name).toBe('Meadow.project.zip');
  const files = await filesInZip(bytes);
  expect([...files.keys()].sort()).toEqual([
    expect.stringMatching(/^labels\/[0-9a-f]{64}\.json$/),
    `photos/1 ${SCENE_NAME}`,
    'project.json',
  ]);
  expect(Buffer.from(files.get(`photos/1 ${SCENE_NAME}`) ?? []).equals(scenePhoto.buffer)).toBe(
    true,
  );

  const other = await inNewBrowser(page);
  await chooseProjectFile(other.page, name, bytes);
  await other.until(({ photoId, opening }) => photoId !== null && opening === null);
  expect(await new ProjectsPage(other).document()).toEqual(before);
  await new ProjectsPage(other).reload();
  expect(await new ProjectsPage(other).document()).toEqual(before);
  await other.page.context().close();
});

test('a project file without photos finds them again by their content', async ({ app }) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await new Editing(app).drawBox(SQUARE);
  const { bytes } = await saveFile(projects, false);
  const other = await inNewBrowser(page);
  await chooseProjectFile(other.page, 'a.project.zip', bytes);
  await expect(other.page.getByText(/is not where it was/)).toBeVisible();
  await other.chooseFiles({ ...scenePhoto, name: 'renamed.jpg' });
  await other.until(({ photoId, opening }) => photoId !== null && opening === null);
  await expect(other.page.getByText(/is not where it was/)).toBeHidden();
  expect((await other.facts()).objects).toBe(1);
  expect((await other.facts()).photoCount).toBe(1);
  await other.page.context().close();
});

test('a project file that is none, or damaged, says so and changes nothing', async ({ app }) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox(SQUARE);
  const projects = new ProjectsPage(app);
  const before = await projects.document();
  await projects.showAll();
  await chooseProjectFile(page, 'letter.project.zip', Buffer.from('Dear all'));
  await expect(app.notices.getByText(/letter\.project\.zip: .*damaged/)).toBeVisible();
  await expect(projects.cards).toHaveCount(1);
  await projects.cards.getByRole('button', { name: /^Open / }).click();
  await app.until(({ objects }) => objects === 1);
  expect(await projects.document()).toEqual(before);
});

/** One that has never seen the project. */
async function inNewBrowser(page: Page): Promise<AnnotatorPage> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('no browser');
  const other = new AnnotatorPage(await context.newPage());
  await context.route('**/models/manifest.json', (route) => route.abort());
  await other.page.goto(`${new URL(page.url()).origin}/?test`);
  return other;
}

async function saveFile(projects: ProjectsPage, withPhotos: boolean) {
  const { page, menu } = projects;
  // A picker would ask where to put it.
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await projects.openMenu();
  await menu.getByRole('checkbox', { name: 'with its photos' }).setChecked(withPhotos);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: 'Save project file' }).click(),
  ]);
  return { bytes: await bytesOf(download), name: download.suggestedFilename() };
}

async function chooseProjectFile(
  page: Page,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a project file' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
}
