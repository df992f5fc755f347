import { maskContains } from '../../src/mask/measure.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { keepBallAndPlate, ObjectsPanel } from '../pages/objects-panel.ts';
import { AROUND_BOTH, ball, ballAt, plateAt } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';
import { exportZip } from '../pages/transfers.ts';
import { filesInZip } from '../pages/zip.ts';

/** The ball, and on it the ball and the plate in one. */
async function keepStack(app: AnnotatorPage): Promise<ObjectsPanel> {
  const panel = new ObjectsPanel(app);
  await panel.keep(ballAt);
  await app.dragBox(AROUND_BOTH);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 2 && facts.steps === 0);
  return panel;
}

test('classes are made while typing, and a key gives another one', async ({ scene: app }) => {
  const panel = await keepBallAndPlate(app);
  await expect(panel.row('Object 1')).toContainText('ball');
  await expect(panel.row('Object 2')).toContainText('plate');
  await panel.row('Object 1').click();
  await app.press('2');
  await expect(panel.row('Object 1')).toContainText('plate');
  await app.press('0');
  await expect(panel.row('Object 1')).not.toContainText('plate');
  await app.press('Control+z');
  await app.press('Control+z');
  await expect(panel.row('Object 1')).toContainText('ball');
  await app.press('Control+Shift+z');
  await expect(panel.row('Object 1')).toContainText('plate');
  await app.press('Escape');
  await app.press('1');
  await expect(panel.classField).toHaveValue('ball');
});

test('a class gets another name, and merges with the one that has it', async ({ scene: app }) => {
  const panel = await keepBallAndPlate(app);
  await panel.renameClass('plate', 'dish');
  await expect(panel.row('Object 2')).toContainText('dish');
  await panel.renameClass('dish', 'Ball');
  await expect(panel.row('Object 2')).toContainText('dish');
  await app.page.getByRole('button', { name: 'Merge into ball' }).click();
  await expect(panel.row('Object 2')).toContainText('ball');
  await expect(panel.classes.getByRole('listitem')).toHaveCount(1);
  await app.press('Control+z');
  await app.press('Control+z');
  await expect(panel.row('Object 2')).toContainText('plate');
  await expect(panel.row('Object 1')).toContainText('ball');
  await app.press('Control+Shift+z');
  await app.press('Control+Shift+z');
  await expect(panel.row('Object 2')).toContainText('ball');
});

test('a hidden object is off the photo, a locked one stays whatever I do', async ({
  scene: app,
}) => {
  const panel = await keepBallAndPlate(app);
  const { page } = app;
  expect((await app.objectsAt(ballAt))[3]).toBeGreaterThan(0);
  await panel.row('Object 1').hover();
  await page.getByRole('button', { name: 'Hide Object 1' }).click();
  await expect.poll(async () => (await app.objectsAt(ballAt))[3]).toBe(0);
  await page.getByRole('button', { name: 'Show Object 1' }).click();
  await expect.poll(async () => (await app.objectsAt(ballAt))[3]).not.toBe(0);

  await page.getByRole('button', { name: 'Lock Object 1' }).click();
  await panel.ctrlClick(ballAt);
  expect(await panel.selected()).toEqual([]);
  await panel.row('Object 1').click();
  await app.press('Delete');
  await expect(app.notices.getByText('Object 1 is locked and stays as it is.')).toBeVisible();
  expect((await app.facts()).objects).toBe(2);
  await app.press('Shift+L');
  await app.press('Delete');
  await app.until((facts) => facts.objects === 1);
});

test('Ctrl and a click selects what lies on top, and then what lies beneath', async ({
  scene: app,
}) => {
  const panel = await keepStack(app);
  const expectSelected = (names: string[]) => expect.poll(() => panel.selected()).toEqual(names);
  await panel.ctrlClick(ballAt);
  await expectSelected(['Object 2']);
  await panel.ctrlClick(ballAt);
  await expectSelected(['Object 1']);
  await panel.ctrlClick(ballAt);
  await expectSelected(['Object 2']);
  expect((await app.facts()).steps).toBe(0);
  await app.hover(...ballAt);
  await app.press('Shift+S');
  await expectSelected([]);
  await panel.ctrlClick([420, 90]);
  await expectSelected([]);
});

test('another order changes which object lies on top, by keys and by dragging', async ({
  scene: app,
}) => {
  const panel = await keepStack(app);
  const before = await app.objectsAt(ballAt);
  expect(await panel.names()).toEqual(['Object 2', 'Object 1']);
  await panel.row('Object 1').focus();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => panel.names()).toEqual(['Object 1', 'Object 2']);
  await expect.poll(() => app.objectsAt(ballAt)).not.toEqual(before);
  await app.press('Control+z');
  await expect.poll(() => app.objectsAt(ballAt)).toEqual(before);

  const [from, to] = [panel.row('Object 1'), panel.row('Object 2')];
  await from.hover();
  await app.page.mouse.down();
  await to.hover({ position: { x: 60, y: 20 } });
  await to.hover({ position: { x: 60, y: 4 } });
  await app.page.mouse.up();
  await expect.poll(() => panel.names()).toEqual(['Object 1', 'Object 2']);
  await expect.poll(() => app.objectsAt(ballAt)).not.toEqual(before);
});

test('an object is opened again, made better and keeps its name, class and note', async ({
  scene: app,
}) => {
  const panel = new ObjectsPanel(app);
  const { page } = app;
  const plate = { x: plateAt[0], y: plateAt[1] };
  await panel.nameClass('ball');
  await app.dragBox(AROUND_BOTH);
  await app.press('Enter');
  await app.until((facts) => facts.objects === 1);
  await panel.row('Object 1').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('has a plate in it');
  await page.getByRole('textbox', { name: 'Note' }).press('Enter');

  await app.press('Shift+R');
  await app.until((facts) => facts.steps === 1 && !facts.pending);
  await expect(page.getByText('Refining Object 1')).toBeVisible();
  await app.excludeClick(...plateAt);
  await app.press('Escape');
  await app.until((facts) => facts.steps === 0);
  const [untouched] = await app.keptMasks();
  expect(untouched && maskContains(untouched, plate)).toBe(true);

  await app.press('Shift+R');
  await app.until((facts) => facts.steps === 1 && !facts.pending);
  await app.excludeClick(...plateAt);
  await app.press('Enter');
  await app.until((facts) => facts.steps === 0);
  const [refined, ...others] = await app.keptMasks();
  expect(others).toEqual([]);
  expect(refined && maskContains(refined, plate)).toBe(false);
  expect(refined && maskContains(refined, ball.centre)).toBe(true);
  await expect(panel.row('Object 1')).toContainText('ball');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('has a plate in it');
  await app.press('Control+z');
  await app.until((facts) => facts.steps === 2 && !facts.pending);
  await expect(page.getByText('Refining Object 1')).toBeVisible();
});

test('several objects are selected, deleted and brought back together', async ({ scene: app }) => {
  const panel = await keepBallAndPlate(app);
  const { page } = app;
  await panel.keep(ballAt);
  await panel.row('Object 3').click();
  await panel.row('Object 1').click({ modifiers: ['Shift'] });
  await panel.row('Object 2').click({ modifiers: ['Control'] });
  expect(await panel.selected()).toEqual(['Object 3', 'Object 1']);
  await page.getByRole('button', { name: 'Delete 2 objects' }).click();
  await expect.poll(() => panel.names()).toEqual(['Object 2']);
  await app.press('Control+z');
  await expect.poll(() => panel.names()).toEqual(['Object 3', 'Object 2', 'Object 1']);
});

test('two objects become one, and two again', async ({ scene: app }) => {
  const panel = await keepBallAndPlate(app);
  const { page } = app;
  // The masks are painted a frame after they are kept.
  const ball = await app.objectsAt(ballAt);
  await expect.poll(() => app.objectsAt(plateAt)).not.toEqual(ball);
  await panel.row('Object 1').click();
  await panel.row('Object 2').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Merge into the lowest' }).click();
  await expect.poll(() => panel.names()).toEqual(['Object 1']);
  await expect.poll(() => app.objectsAt(plateAt)).toEqual(await app.objectsAt(ballAt));
  await app.press('Control+z');
  await expect.poll(() => panel.names()).toEqual(['Object 2', 'Object 1']);

  await panel.row('Object 1').click();
  await panel.row('Object 2').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Intersect' }).click();
  await expect(page.getByText('These objects have no common pixels.')).toBeVisible();
  expect(await panel.names()).toEqual(['Object 2', 'Object 1']);
});

test('a class list, an answer, a note and a tag go out in the data set', async ({ scene: app }) => {
  const panel = new ObjectsPanel(app);
  const { page } = app;
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a list' }).click(),
  ]);
  const buffer = Buffer.from('plate\nball\n');
  await chooser.setFiles({ name: 'classes.txt', mimeType: 'text/plain', buffer });
  await expect(app.notices.getByText('2 classes added.')).toBeVisible();
  await panel.classes.getByRole('button', { name: 'Edit class ball' }).click();
  await page.getByRole('button', { name: 'Add an attribute' }).click();
  const attribute = page.getByRole('textbox', { name: 'Attribute name' });
  await attribute.fill('striped');
  await attribute.press('Enter');
  await page.getByRole('combobox', { name: 'Kind of striped' }).selectOption('yes or no');
  await app.press('2');
  await panel.keep(ballAt);
  await panel.row('Object 1').click();
  await page.getByRole('combobox', { name: 'striped', exact: true }).selectOption('no');
  await page.getByRole('textbox', { name: 'Note' }).fill('new');
  const tag = page.getByRole('combobox', { name: 'Add a tag to the photo' });
  await tag.fill('meadow');
  await tag.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove tag meadow' })).toBeVisible();
  await page.getByRole('button', { name: 'Hide Object 1' }).click();

  const files = await filesInZip(await exportZip(app));
  const json = files.get('annotations/instances_default.json');
  const coco = JSON.parse(new TextDecoder().decode(json));
  expect(coco.images).toMatchObject([{ tags: ['meadow'] }]);
  expect(coco.categories).toMatchObject([{ name: 'plate' }, { name: 'ball' }]);
  expect(coco.annotations).toMatchObject([
    { category_id: 2, note: 'new', attributes: { striped: false } },
  ]);
});
