import { SCENE } from '../files/scene.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { Palette } from '../pages/palette.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, PHONE, test } from '../pages/test.ts';
import { boxLabels, TruthPanel, watchFrames } from '../pages/truth-panel.ts';
import { bytesOf } from '../pages/zip.ts';

const RIGHT = { x0: 100, y0: 100, x1: 200, y1: 200 };
const SHIFTED = { x0: 140, y0: 100, x1: 240, y1: 200 };
const SURPLUS = { x0: 350, y0: 300, x1: 400, y1: 350 };
const MISSED = { x0: 500, y0: 80, x1: 620, y1: 200 };
const TRUTH = boxLabels([RIGHT, MISSED]);

/** Draws two boxes: one a little off, one that the truth does not have. */
async function drawTwo(app: AnnotatorPage): Promise<void> {
  await openSceneWithoutModel(app);
  const editing = new Editing(app);
  await editing.drawBox(SHIFTED);
  await app.press('Escape');
  await editing.drawBox(SURPLUS);
  await app.until(({ objects }) => objects === 2);
}

test('I hold my labels against the truth, go to the worst one, and save the figures', async ({
  app,
  page,
}) => {
  await drawTwo(app);
  const before = await new ProjectsPage(app).document();
  const truth = new TruthPanel(app);
  await page.getByRole('button', { name: 'Compare with the truth' }).click();
  await truth.choose(TRUTH);
  await expect(truth.panel).toContainText('2 objects on 1 photo');
  await expect(truth.rows).toHaveCount(3);
  expect(await truth.said()).toEqual([
    'Missed: only the truth has it',
    'Surplus: the truth doesn’t have it',
    expect.stringMatching(/^Boundary IoU \d+ %; truth: box$/),
  ]);
  await expect(truth.rows.nth(2)).toContainText('43 %');
  await expect(truth.figures).toContainText('Precision0.0 %');
  const threshold = truth.panel.getByRole('slider', { name: 'Found from an IoU of' });
  await threshold.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(truth.figures).toContainText('Precision50.0 %Recall50.0 %Mean IoU42.9 %');

  await truth.rows.nth(2).click();
  await expect(truth.panel).toContainText('3 of 3');
  await expect(page.getByRole('button', { name: /^Object 1/ }).first()).toBeVisible();
  expect(await app.paintedAt([RIGHT.x0, 150])).toBe(true);
  expect(await app.paintedAt([120, 150])).toBe(false);
  await truth.panel.getByLabel('Show').selectOption({ index: 1 });
  await expect(truth.rows).toHaveCount(1);
  await truth.rows.click();
  expect(await app.paintedAt([MISSED.x0, 150])).toBe(true);
  await app.press('Escape');
  expect(await app.paintedAt([MISSED.x0, 150])).toBe(false);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    truth.panel.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  const table = new TextDecoder().decode(await bytesOf(download));
  expect(table.trim().split('\r\n')).toHaveLength(4);
  expect(table).toMatch(/meadow\.jpg,pair,0\.428571,[\d.]+,object,box,Object 1,10000,10000/);
  expect(await seriousFaults(page)).toEqual([]);
  expect(await new ProjectsPage(app).document()).toEqual(before);
  await truth.panel.getByRole('button', { name: /^Close/ }).click();
  await expect(truth.panel).toBeHidden();
});

test('what I mend is compared again, by keys alone from the palette on', async ({ app, page }) => {
  await drawTwo(app);
  const truth = new TruthPanel(app);
  await new Palette(app).run('ground truth');
  await expect(truth.panel).toContainText('Choose labels that count as the truth');
  await truth.choose(TRUTH);
  await expect(truth.rows).toHaveCount(3);
  await app.press('j');
  await expect(truth.panel).toContainText('1 of 3');
  await app.press('j');
  await app.press('Delete');
  await expect(truth.rows).toHaveCount(2);
  await app.press('Shift+J');
  await expect(truth.panel).toContainText('1 of 2');
  await app.press('Control+z');
  await expect(truth.rows).toHaveCount(3);
  await app.press('Shift+I');
  await expect(truth.panel).toBeHidden();
  await page.keyboard.press('Shift+I');
  await expect(truth.rows).toHaveCount(3);
});

test('two annotators are compared without the labels of the project', async ({ app }) => {
  await drawTwo(app);
  const truth = new TruthPanel(app);
  await app.press('Shift+I');
  await truth.choose(TRUTH);
  await truth.panel.getByText('Compare another set instead').click();
  await truth.choose(boxLabels([MISSED, RIGHT, SURPLUS], { name: 'kim.json' }));
  await expect(truth.panel).toContainText('kim.json');
  await expect.poll(() => truth.said()).toHaveLength(3);
  expect(await truth.said()).toEqual([
    'Surplus: the truth doesn’t have it',
    'Boundary IoU 100 %',
    'Boundary IoU 100 %',
  ]);
  await truth.rows.nth(1).click();
  await expect(truth.panel).toContainText('TruthCompared');
  await truth.panel.getByRole('button', { name: 'Remove kim.json' }).click();
  await expect(truth.panel).toContainText('The labels of this project');
});

test('a truth that doesn’t fit says why', async ({ app }) => {
  await drawTwo(app);
  const truth = new TruthPanel(app);
  await app.press('Shift+I');
  await truth.choose(boxLabels([RIGHT], { photo: 'elsewhere.jpg' }));
  await expect(truth.alert).toContainText('None of these labels is for a photo of this project');
  await expect(truth.panel).toContainText('elsewhere.jpg');
  await truth.choose(boxLabels([RIGHT], { size: { width: 900, height: 200 } }));
  await expect(truth.alert).toContainText('another size or shape');
  await truth.choose(boxLabels([]));
  await expect(truth.alert).toContainText('No object was found');
  await truth.choose(TRUTH);
  await expect(truth.alert).toBeHidden();
  await expect(truth.rows).toHaveCount(3);
});

test('a hundred thousand objects are compared while the page goes on', async ({ app, page }) => {
  await drawTwo(app);
  const truth = new TruthPanel(app);
  await app.press('Shift+I');
  const { width, height } = SCENE.size;
  const tiles = Array.from({ length: 100_000 }, (_, i) => {
    const [x0, y0] = [(i * 7) % (width - 3), (i * 13) % (height - 2)];
    return { x0, y0, x1: x0 + 3, y1: y0 + 2 };
  });
  await truth.choose(boxLabels(tiles));
  await expect(truth.panel.getByRole('button', { name: 'Cancel' })).toBeVisible();
  // Handing fifteen megabytes over is the test's own work.
  const longestFrame = await watchFrames(page);
  await expect(truth.panel).toContainText(/100.?000 objects on 1 photo/, { timeout: 90_000 });
  await expect(truth.panel).toContainText(/All, the worst first \(100.?00\d\)/, {
    timeout: 90_000,
  });
  expect(await longestFrame()).toBeLessThan(2_000);
  await app.press('j');
  await expect(truth.panel).toContainText(/1 of 100.?00\d/);
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('the truth is a sheet whose rows are in reach', async ({ app, page }) => {
    await drawTwo(app);
    await app.press('Shift+I');
    const truth = new TruthPanel(app);
    await truth.choose(TRUTH);
    await expect(truth.rows).toHaveCount(3);
    await truth.rows.first().scrollIntoViewIfNeeded();
    await truth.rows.first().tap();
    await expect(truth.panel).toContainText('1 of 3');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
