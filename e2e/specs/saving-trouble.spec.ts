import { drawSomething, SQUARE, STRIPE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

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
