import { plainCanvas, pngFile } from '../files/files.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { drawSomething, SQUARE, STRIPE } from '../pages/drawn-project.ts';
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

test('the system’s shortcut “Open photos” begins anew, and the last project is at hand', async ({
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

test.describe('in two tabs', () => {
  async function secondTab(app: AnnotatorPage): Promise<AnnotatorPage> {
    const second = new AnnotatorPage(await app.page.context().newPage());
    await second.open();
    await second.until(({ photoId, opening }) => photoId !== null && opening === null);
    return second;
  }

  test('one writes, the other follows, takes over and loses nothing', async ({ app }) => {
    await openSceneWithoutModel(app);
    await new Editing(app).drawBox(SQUARE);
    await new ProjectsPage(app).untilSaved();
    const second = await secondTab(app);
    await expect(second.page.getByText('Open in another tab.')).toBeVisible();

    // What the first does shows in the second, which can't change anything itself.
    await app.press('Escape');
    await app.press('Enter');
    await new Editing(app).drawBox(STRIPE);
    const [{ objects }] = [await app.facts()];
    await second.until((facts) => facts.objects === objects);
    await second.press('Control+z');
    await expect(second.notices.getByText(/open in another tab/)).toBeVisible();
    expect((await second.facts()).objects).toBe(objects);

    await second.page.getByRole('button', { name: 'Take over here' }).click();
    await expect(second.page.getByText('Open in another tab.')).toBeHidden();
    await expect(app.page.getByText('Open in another tab.')).toBeVisible();
    expect(await new ProjectsPage(second).document()).toEqual(
      await new ProjectsPage(app).document(),
    );
    await second.press('Control+z');
    await new ProjectsPage(second).untilSaved();
    await app.until((facts) => facts.objects === objects - 1);
  });

  test('the one that is left when the other is closed writes', async ({ app }) => {
    await openSceneWithoutModel(app);
    await new Editing(app).drawBox(SQUARE);
    await new ProjectsPage(app).untilSaved();
    const second = await secondTab(app);
    await expect(second.page.getByText('Open in another tab.')).toBeVisible();
    await app.page.close();
    await expect(second.page.getByText('Open in another tab.')).toBeHidden();
    await second.press('Control+z');
    await second.until((facts) => facts.objects === 0);
    await new ProjectsPage(second).untilSaved();
  });
});

test('a record that is damaged is put aside, and everything else opens', async ({ app }) => {
  const { page } = app;
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await drawSomething(app);
  await projects.untilSaved();
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('robustsam-annotator');
      request.onsuccess = () => resolve(request.result);
    });
    const store = db.transaction('objects', 'readwrite').objectStore('objects');
    await new Promise((resolve) => {
      store.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
        cursor.update({
          ...cursor.value,
          object: { ...cursor.value.object, mask: { size: 'large', runs: [] } },
        }).onsuccess = resolve;
      };
    });
    db.close();
  });

  await projects.reload();
  await expect(app.notices.getByText(/One record of this project can’t be read/)).toBeVisible();
  await app.until(({ objects, photoCount }) => objects === 1 && photoCount === 1);
  // It is said once, and what is there is whole again.
  await new Editing(app).drawBox(SQUARE);
  await projects.untilSaved();
  await projects.reload();
  await app.until(({ objects }) => objects >= 1);
  await expect(app.notices.getByText(/can’t be read/)).toBeHidden();
});

test('on a full disk nothing is lost, the page says so, and saves once there is room', async ({
  app,
  page,
  baseURL,
}) => {
  await openSceneWithoutModel(app);
  const projects = new ProjectsPage(app);
  await projects.untilSaved();
  const session = await page.context().newCDPSession(page);
  const origin = baseURL ?? '';
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await new Editing(app).drawBox(SQUARE);
  const complaint = page.getByRole('alert').filter({ hasText: 'is full' });
  // Chromium asks only every half a minute how much room there is: till then a save goes through.
  const untilFull = () =>
    expect(async () => {
      await app.press('Control+z');
      await app.press('Control+Shift+z');
      await expect(complaint).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  await untilFull();
  await expect(projects.saveState).toHaveText('Not saved');
  expect(await seriousFaults(page)).toEqual([]);
  await app.press('Escape');
  await app.press('Enter');
  await new Editing(app).drawBox(STRIPE);
  await untilFull();
  const before = await projects.document();

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await complaint.getByRole('button', { name: 'Try again' }).click();
  await projects.untilSaved();
  await expect(complaint).toBeHidden();
  await projects.reload();
  expect(await projects.document()).toEqual(before);
});

test('a window that keeps nothing works all the same, and says so', async ({ app, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Window.prototype, 'indexedDB'));
  await page.addInitScript(() => Reflect.deleteProperty(window, 'indexedDB'));
  await openSceneWithoutModel(app);
  await new Editing(app).drawBox(SQUARE);
  const projects = new ProjectsPage(app);
  await expect(projects.saveState).toHaveText('Not kept');
  const alert = page.getByRole('status').filter({ hasText: 'This window keeps nothing' });
  await expect(alert.getByRole('button', { name: 'Save project file' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});
