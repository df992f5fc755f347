import { Editing } from '../pages/editing.ts';
import { Fingers } from '../pages/fingers.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

const left = { x0: 100, y0: 100, x1: 200, y1: 200 };
const right = { x0: 400, y0: 300, x1: 500, y1: 400 };

test.beforeEach(async ({ app, page }) => {
  await openSceneWithoutModel(app);
  await app.notices.getByRole('button', { name: 'Dismiss' }).first().click();
  const editing = new Editing(app);
  for (const box of [left, right]) {
    await editing.drawBox(box);
    await app.press('Enter');
  }
  await app.press('v');
  await expect(new ObjectsPanel(app).row('Object 2')).toBeVisible();
  await page.mouse.move(2, 2);
});

test('the right button on an object in the list offers what can be done with it', async ({
  app,
  page,
}) => {
  const panel = new ObjectsPanel(app);
  await panel.row('Object 1').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'With Object 1' });
  await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(menu).toBeHidden();
  expect(await panel.names()).toEqual(['Object 2', 'Object 1 copy', 'Object 1']);
  await app.press('Control+z');
  expect(await panel.names()).toEqual(['Object 2', 'Object 1']);

  await panel.row('Object 1').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Rename' }).click();
  await page.keyboard.type('tree');
  await page.keyboard.press('Enter');
  expect(await panel.names()).toEqual(['Object 2', 'tree']);
});

test('the menu key opens it, arrows and letters walk, Esc gives the focus back', async ({
  app,
  page,
}) => {
  const panel = new ObjectsPanel(app);
  await panel.nameClass('kite');
  await panel.row('Object 1').focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  const focused = menu.locator(':focus');
  await expect(focused).toHaveText(/^Refine/);
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveText(/^Delete/);
  await page.keyboard.press('c');
  await expect(focused).toHaveText(/^Class/);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveText(/^kite/);
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('menuitem', { name: 'Refine' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(panel.row('Object 1')).toBeFocused();

  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(panel.row('Object 1')).toContainText('kite');
});

test('on the photo a long right press opens it, or the menu key; several are merged', async ({
  app,
  page,
}) => {
  const panel = new ObjectsPanel(app);
  await page.mouse.move(...(await app.onPage({ x: 150, y: 150 })));
  await page.mouse.down({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'With Object 1' });
  await expect(menu).toBeVisible();
  await page.mouse.up({ button: 'right' });
  await expect(menu).toBeVisible();
  expect((await app.facts()).steps, 'nothing is excluded').toBe(0);
  expect(await panel.selected()).toEqual(['Object 1']);
  await page.mouse.click(...(await app.onPage({ x: 700, y: 500 })), { button: 'middle' });
  await expect(menu).toBeHidden();

  await app.press('Control+a');
  await page.keyboard.press('ContextMenu');
  const several = page.getByRole('menu', { name: 'With 2 objects' });
  await several.getByRole('menuitem', { name: 'Merge into the lowest' }).click();
  expect(await panel.names()).toEqual(['Object 1']);
});

test('beside no object the right button excludes however long it is pressed', async ({
  app,
  page,
}) => {
  await page.mouse.move(...(await app.onPage({ x: 300, y: 550 })));
  await page.mouse.down({ button: 'right' });
  await app.until(({ lastStep }) => lastStep?.kind === 'point' && lastStep.label === 'exclude');
  await page.mouse.up({ button: 'right' });
  expect((await app.facts()).steps).toBe(1);
});

test('a class is merged into another, and stays on the screen at its edge', async ({
  app,
  page,
}) => {
  const panel = new ObjectsPanel(app);
  await panel.nameClass('kite');
  await panel.row('Object 1').click();
  await panel.nameClass('bird');
  const row = panel.classes.getByRole('button', { name: /^bird/ });
  await row.click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Class bird' });
  const box = await menu.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1440);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
  await menu.getByRole('menuitem', { name: /Merge class bird into/ }).click();
  await page.getByRole('menuitem', { name: 'kite' }).click();
  await expect(panel.row('Object 1')).toContainText('kite');
  await expect(row).toBeHidden();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a long press on a row opens the menu and selects, and the finger’s end means nothing', async ({
    app,
    page,
  }) => {
    const panel = new ObjectsPanel(app);
    const box = await panel.row('Object 1').boundingBox();
    if (!box) throw new Error('the row is not visible');
    const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await new Fingers(page).slide(at, at, 900);
    const menu = page.getByRole('menu', { name: 'With Object 1' });
    await expect(menu).toBeVisible();
    await menu.getByRole('menuitemcheckbox', { name: 'Lock' }).tap();
    await expect(page.getByRole('button', { name: 'Unlock Object 1' })).toBeVisible();
  });
});
