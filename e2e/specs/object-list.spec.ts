import type { AnnotatorPage } from '../pages/annotator.ts';
import { keepBallAndPlate, type ObjectsPanel } from '../pages/objects-panel.ts';
import { plateAt } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';

test('the list is walked, selected from and renamed with keys alone', async ({ scene: app }) => {
  const panel = await keepBallAndPlate(app);
  const { keyboard } = app.page;
  await panel.row('Object 2').focus();
  await keyboard.press('Space');
  await keyboard.press('Shift+ArrowDown');
  expect(await panel.selected()).toEqual(['Object 2', 'Object 1']);
  await keyboard.press('F2');
  await keyboard.type('Red ball');
  await keyboard.press('Enter');
  await expect.poll(() => panel.names()).toEqual(['Object 2', 'Red ball']);
  await expect(panel.row('Red ball')).toBeFocused();
  await keyboard.press('F2');
  await keyboard.type('nothing');
  await keyboard.press('Escape');
  await expect.poll(() => panel.names()).toEqual(['Object 2', 'Red ball']);
  await keyboard.press('Control+d');
  await expect.poll(() => panel.names()).toHaveLength(4);
});

/** Ball and plate and their copies, 64 in all; the list has the focus. */
async function keepMany(app: AnnotatorPage): Promise<ObjectsPanel> {
  const panel = await keepBallAndPlate(app);
  await panel.row('Object 2').focus();
  for (let i = 0; i < 5; i++) {
    await app.page.keyboard.press('Control+a');
    await app.page.keyboard.press('Control+d');
  }
  await app.until((facts) => facts.objects === 64);
  return panel;
}

test('a long list is walked by keys to its ends, and shows what I select on the photo', async ({
  scene: app,
}) => {
  const panel = await keepMany(app);
  const { keyboard } = app.page;
  await keyboard.press('End');
  await expect(panel.row('Object 1')).toBeFocused();
  await expect(panel.row('Object 1')).toBeInViewport();
  expect(await panel.selected()).toEqual(['Object 1']);
  const third = panel.list.locator('[aria-posinset="62"] .object-title');
  await panel.row('Object 1').dragTo(third, { targetPosition: { x: 20, y: 2 } });
  await expect(third).toHaveText('Object 1');
  await app.press('Control+z');
  await expect(third).not.toHaveText('Object 1');
  await panel.ctrlClick(plateAt);
  await expect(panel.list.locator('[data-selected="true"]')).toHaveText(/Object 2 copy/);
  await expect(panel.list.locator('[data-selected="true"]')).toBeInViewport();
  await expect(panel.row('Object 1')).not.toBeInViewport();
  await panel.list.getByRole('button', { pressed: true }).focus();
  await keyboard.press('Home');
  await expect(panel.list.locator('li').first()).toHaveAttribute('aria-posinset', '1');
  await expect(panel.list.locator('li').first()).toBeInViewport();
  await keyboard.press('Shift+End');
  await expect(app.page.getByRole('toolbar', { name: /64 objects/ })).toBeVisible();
});

test('the panel that I open again shows what is selected', async ({ scene: app }) => {
  const panel = await keepMany(app);
  await app.page.keyboard.press('End');
  await expect(panel.row('Object 1')).toBeInViewport();
  const toggle = app.page.getByRole('button', { name: /^(Show|Hide) the panel/ });
  await toggle.click();
  await expect(panel.list).toBeHidden();
  await toggle.click();
  await expect(panel.row('Object 1')).toBeInViewport();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`in ${scheme}, axe finds nothing serious with many objects, found by words`, async ({
    scene: app,
  }) => {
    const { page } = app;
    await app.chooseTheme(scheme);
    const panel = await keepMany(app);
    await page.keyboard.press('End');
    await panel.row('Object 1').click();
    await page.getByRole('button', { name: 'Hide Object 1', exact: true }).click();
    await panel.classes.getByRole('button', { name: 'Edit class ball' }).click();
    expect(await seriousFaults(page), 'panel').toEqual([]);
    await app.press('/');
    await page.keyboard.type('ba');
    expect(await seriousFaults(page), 'class field').toEqual([]);
    await page.keyboard.press('Escape');
    const search = page.getByRole('searchbox', { name: 'Search objects' });
    await search.fill('plate');
    await expect(panel.list.locator('li').first()).toHaveAttribute('aria-setsize', '32');
    await search.fill('');
  });
}
