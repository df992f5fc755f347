import { maskIou } from '../../src/mask/measure.ts';
import { ballAt, openScene } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

test.describe('one model at a time', () => {
  test.afterEach(({ scene: app }) => app.chooseModel('RobustSAM'));

  test('RobustSAM answers unless I choose otherwise', async ({ scene: app }) => {
    await app.click(...ballAt);
    expect((await app.facts()).models).toEqual(['robust']);
    const pressed = app.models.getByRole('button', { pressed: true });
    await expect(pressed).toHaveText('RobustSAM');
  });

  test('switching to plain SAM and back gives the mask I had, and is no step to undo', async ({
    scene: app,
  }) => {
    await app.click(...ballAt);
    const robust = await app.mask();
    await app.chooseModel('Plain SAM');
    expect((await app.facts()).models).toEqual(['plain']);
    await app.chooseModel('RobustSAM');
    expect(maskIou(await app.mask(), robust)).toBe(1);
    await app.press('Control+z');
    await app.until(({ steps }) => steps === 0);
  });

  test('M goes round, and the choice is there after a reload', async ({ app, page }) => {
    await openScene(app);
    const pressed = app.models.getByRole('button', { pressed: true });
    for (const next of ['Plain SAM', 'Compare', 'RobustSAM', 'Plain SAM']) {
      await app.press('m');
      await expect(pressed).toHaveText(next);
    }
    await page.reload();
    await expect(pressed).toHaveText('Plain SAM');
  });

  test('what plain SAM made says so in the list of objects', async ({ scene: app }) => {
    await app.chooseModel('Plain SAM');
    await app.click(...ballAt);
    await app.press('Enter');
    await expect(app.page.getByRole('button', { name: /^Object 1/ })).toContainText('Plain SAM');
  });
});

test('with one model in the set there is nothing to switch, and the switch says so', async ({
  app,
  page,
}) => {
  await page.context().route('**/models/manifest.json', async (route) => {
    const response = await route.fetch();
    const manifest = await response.json();
    delete manifest.graphs.robust_decoder;
    await route.fulfill({ response, json: manifest });
  });
  await openScene(app);
  await app.click(...ballAt);
  expect((await app.facts()).models).toEqual(['plain']);
  const robust = app.models.getByRole('button', { name: 'RobustSAM' });
  await expect(robust).toBeDisabled();
  await expect(robust).toHaveAttribute('data-tip', 'The loaded model set has Plain SAM only');
  await app.press('m');
  await expect(app.models.getByRole('button', { pressed: true })).toHaveText('Plain SAM');
});
