import type { AnnotatorPage } from '../pages/annotator.ts';
import { keepBallAndPlate, ObjectsPanel } from '../pages/objects-panel.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { ReviewPanel } from '../pages/review-panel.ts';
import { openKnownSample, openScene, SCENE_NAME } from '../pages/scene-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, PHONE, test } from '../pages/test.ts';
import { exportZip } from '../pages/transfers.ts';
import { filesInZip } from '../pages/zip.ts';

/** Ball and plate on one photo, the ball twice; a cup on another, which is shown. */
async function labelWithFault(app: AnnotatorPage): Promise<void> {
  await openScene(app);
  const panel = await keepBallAndPlate(app);
  await panel.row('Object 1').focus();
  await app.page.keyboard.press('Space');
  await app.press('Control+d');
  await app.until(({ objects }) => objects === 3);
  await openKnownSample(app, 'Coffee');
  await new ObjectsPanel(app).keep([360, 290]);
}

test('what I labelled twice comes first with the reason; I reject it and say why, and accept the rest', async ({
  app,
  page,
}) => {
  await labelWithFault(app);
  const review = new ReviewPanel(page);
  await page.getByRole('button', { name: 'Review all objects' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SCENE_NAME);
  await expect(review.card).toContainText('Object 1 copy');
  await expect(review.card).toContainText('100 % the same as Object 1');
  await expect(review.panel).toContainText('0 of 4 objects reviewed');
  expect((await review.rows())[0]).toContain('Object 1 copy');

  await page.getByRole('textbox', { name: 'Reviewer' }).fill('Mina');
  await page.getByRole('textbox', { name: 'Reviewer' }).press('Enter');
  await review.comment.fill('labelled twice');
  await review.card.getByRole('button', { name: 'Reject' }).click();
  await expect(review.panel).toContainText('1 of 4 objects reviewed');
  await expect(review.card).not.toContainText('copy');
  const second = await review.name.textContent();
  await review.card.getByRole('button', { name: 'Accept' }).click();
  await expect(review.panel).toContainText('2 of 4 objects reviewed');
  await app.press('Control+z');
  await expect(review.panel).toContainText('1 of 4 objects reviewed');
  await app.press('Control+Shift+z');
  await expect(review.panel).toContainText('2 of 4 objects reviewed');

  await new ProjectsPage(app).untilSaved();
  await page.reload();
  await app.until(({ photoId }) => photoId !== null);
  await app.press('i');
  await expect(review.panel).toContainText('2 of 4 objects reviewed');
  await review.panel.getByLabel('Show').selectOption('rejected');
  await expect(review.queue).toContainText('Object 1 copy');
  await review.queue.getByRole('button').click();
  await expect(review.card).toContainText(/Rejected by Mina, .*: labelled twice/);
  await review.panel.getByLabel('Show').selectOption('accepted');
  await expect(review.queue).toContainText(second?.split(' · ')[0] ?? '');

  const files = await filesInZip(await exportZip(app));
  const coco = new TextDecoder().decode(files.get('annotations/instances_default.json'));
  const said = JSON.parse(coco).annotations.flatMap(
    ({ attributes = {} }: { attributes?: Record<string, unknown> }) => attributes.review ?? [],
  );
  expect(said.toSorted()).toEqual(['accepted', 'rejected']);
  expect(coco).toContain('"review_by":"Mina"');
  expect(coco).toContain('"review_comment":"labelled twice"');
});

test('by keys alone: begin, reject with a comment, accept, and each is said aloud', async ({
  app,
  page,
}) => {
  await labelWithFault(app);
  const review = new ReviewPanel(page);
  const heard = page.getByTestId('announcer');
  const { keyboard } = page;
  await app.press('i');
  await expect(review.card).toContainText('Object 1 copy');
  await expect(heard).toContainText('Object 1 copy, ball selected. 100 % the same as Object 1.');
  await app.press('Shift+W');
  await expect(review.comment).toBeFocused();
  await keyboard.type('labelled twice');
  await keyboard.press('Enter');
  await expect(app.stage).toBeFocused();
  await expect(review.panel).toContainText('1 of 4 objects reviewed');
  await expect(review.card).not.toContainText('copy');
  const accepted = (await review.name.textContent()) ?? '';
  await app.press('w');
  await expect(review.panel).toContainText('2 of 4 objects reviewed');
  // The next one is there, however long its photo took to open.
  await expect(review.name).not.toHaveText(accepted);
  const now = (await review.name.textContent()) ?? '';
  const photo = (await app.facts()).photoId;
  await app.press('j');
  await expect(review.panel).toContainText('2 of 2');
  await app.press('Shift+J');
  await expect(review.name).toHaveText(now);
  expect((await app.facts()).photoId).toBe(photo);
  await app.press('i');
  await expect(review.panel).toBeHidden();
});

test('what was rejected and then changed comes back first, and the filmstrip shows what is accepted', async ({
  app,
  page,
}) => {
  await labelWithFault(app);
  const review = new ReviewPanel(page);
  await app.press('i');
  await expect(review.card).toContainText('Object 1 copy');
  await app.press('Shift+W');
  await page.keyboard.press('Enter');
  await expect(review.panel).toContainText('1 of 4 objects reviewed');
  const objects = new ObjectsPanel(app);
  await app.showPhoto(SCENE_NAME);
  await expect(objects.row('Object 1 copy')).toContainText('Rejected');
  await objects.row('Object 1 copy').click();
  await app.press('Control+k');
  await page.keyboard.type('grow by');
  await page.keyboard.press('Enter');
  await expect(objects.row('Object 1 copy')).toContainText('Changed since it was rejected');
  await expect(review.panel).toContainText('0 of 4 objects reviewed');
  expect((await review.rows())[0]).toContain('changed since');

  await review.panel.getByRole('button', { name: 'Accept photo' }).click();
  await expect(
    page.getByRole('button', { name: `${SCENE_NAME}, 3 objects, accepted` }),
  ).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('the review is a sheet whose buttons are in reach', async ({ app, page }) => {
    await openScene(app);
    await keepBallAndPlate(app);
    await app.press('i');
    const review = new ReviewPanel(page);
    for (const name of ['Accept', 'Reject'])
      await expect(review.card.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await review.card.getByRole('button', { name: 'Accept' }).tap();
    await expect(review.panel).toContainText('1 of 2 objects reviewed');
  });
});
