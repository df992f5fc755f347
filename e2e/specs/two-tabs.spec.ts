import { AnnotatorPage } from '../pages/annotator.ts';
import { SQUARE, STRIPE } from '../pages/drawn-project.ts';
import { Editing } from '../pages/editing.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { openSceneWithoutModel } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

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
