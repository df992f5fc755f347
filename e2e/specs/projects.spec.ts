import { plainCanvas, pngFile } from '../files/files.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { drawSomething, SQUARE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { ballAt, openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

test('a reload brings everything back, with the prompt in hand, and what can be undone and redone', async ({
  app,
}) => {
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await drawSomething(app);
  await app.press('v');
  await app.page.mouse.click(...(await app.onPage({ x: ballAt[0], y: ballAt[1] })));
  await app.until(({ steps }) => steps === 1);
  await projects.untilSaved();
  const before = await projects.document();

  await projects.reload();
  expect(await projects.document()).toEqual(before);
  expect((await app.facts()).steps).toBe(1);
  await app.press('Control+z');
  await app.until(({ steps }) => steps === 0);
  await app.press('Control+z');
  await app.press('Control+z');
  await app.until(({ objects }) => objects === 1);
  await projects.untilSaved();

  await projects.reload();
  await app.until(({ objects }) => objects === 1);
  await app.press('Control+Shift+z');
  await app.press('Control+Shift+z');
  await app.press('Control+Shift+z');
  await app.until(({ steps, objects }) => steps === 1 && objects === 2);
  expect(await projects.document()).toEqual(before);
});

test('the system’s shortcut “Open photos” starts over, and the last project is at hand', async ({
  app,
}) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  await new ProjectsPage(app).untilSaved();
  await app.open({ open: '' });
  await expect(page.getByRole('heading', { name: 'Your projects' })).toBeVisible();
  await expect(new ProjectsPage(app).cards).toHaveCount(1);
  expect((await app.facts()).photoId).toBeNull();
});

test('a tab that crashes takes nothing that was saved', async ({ app, context }) => {
  await openSceneWithoutModel(app);
  await drawSomething(app);
  await new ProjectsPage(app).untilSaved();
  const before = await new ProjectsPage(app).document();
  const devtools = await context.newCDPSession(app.page);
  const crashed = app.page.waitForEvent('crash');
  // The answer dies with the page.
  devtools.send('Page.crash').catch(() => {});
  await crashed;

  const again = new AnnotatorPage(await context.newPage());
  await again.open();
  await again.until(({ objects }) => objects === 2);
  expect(await new ProjectsPage(again).document()).toEqual(before);
});

test('the page goes back to the photo that was shown and the class in use; the card says how far it is', async ({
  app,
}) => {
  await openSceneWithoutModel(app);
  await app.chooseFiles(pngFile('other.png', plainCanvas({ width: 40, height: 30 })));
  await app.until(({ photoCount, opening }) => photoCount === 2 && opening === null);
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('other.png');
  const [projects, objects] = [new ProjectsPage(app), new ObjectsPanel(app)];
  await objects.nameClass('kite');
  await app.page.getByRole('checkbox', { name: 'Done' }).check();
  await projects.untilSaved();
  await projects.reload();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('other.png');
  expect((await app.facts()).photoCount).toBe(2);
  await expect(objects.classField).toHaveValue('kite');

  await projects.openMenu();
  await projects.menu.getByRole('button', { name: 'New project' }).click();
  await expect(projects.cards).toContainText(['meadow']);
  await expect(projects.cards).toContainText(['1 / 2 done']);
});

test('projects are begun, renamed, duplicated, deleted, brought back, and changed over', async ({
  app,
}) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await new Editing(app).drawBox(SQUARE);
  await projects.rename('Meadow');
  await projects.showAll();
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Duplicate Meadow' }).click();
  await expect(projects.cards).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete Meadow', exact: true }).click();
  await expect(projects.cards).toHaveCount(1);
  await app.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(projects.cards).toHaveCount(2);

  await projects.open('Meadow copy');
  await app.until(({ objects }) => objects === 1);
  await app.press('Control+z');
  await app.until(({ objects }) => objects === 0);
  await projects.openMenu();
  await projects.menu.getByRole('button', { name: 'Meadow' }).click();
  await app.until(({ objects }) => objects === 1);

  // Photos that are opened from the start page make a project of their own.
  await projects.showAll();
  await app.chooseFiles(pngFile('other.png', plainCanvas({ width: 40, height: 30 })));
  await app.until(({ photoCount, opening }) => photoCount === 1 && opening === null);
  await projects.untilSaved();
  await projects.showAll();
  await expect(projects.cards).toHaveCount(3);
});

test('what is deleted stays deleted, and its photos go with it', async ({ app }) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await projects.untilSaved();
  await projects.showAll();
  await page.getByRole('button', { name: /^Delete / }).click();
  await expect(page.getByRole('heading', { name: 'Your projects' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Coffee,/ })).toBeVisible();
  await page.waitForFunction(() => !window.annotator.projects.getState().isOpening);
  for (const store of ['projects', 'photos', 'history', 'stepParts', 'files', 'thumbnails'])
    expect(await projects.countRecords(store), store).toBe(0);
});
