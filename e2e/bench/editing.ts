import type { Browser, Page } from '@playwright/test';
import { SCENE, scaleScene } from '../files/scene.ts';
import { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { type LongestTask, longestTaskDuring } from './main-thread.ts';

const { ball } = scaleScene(SCENE, 20 / 3);
const { x, y } = ball.centre;

/** Longest tasks of the main thread. */
export interface EditingTasks {
  readonly painting: LongestTask;
  readonly growing: LongestTask;
  readonly smoothing: LongestTask;
}

/** An object by hand on the 24-megapixel photo that the page shows, painted on and reshaped. */
export async function measureEditing(browser: Browser, page: Page): Promise<EditingTasks> {
  const app = new AnnotatorPage(page);
  const editing = new Editing(app);
  await page.evaluate(() => window.annotator.fit());
  await editing.choose('Lasso');
  await editing.drag(...raggedRing());
  await app.until(({ objects }) => objects === 1);
  await app.press('b');
  const beside = { x: x - ball.radius - 400, y };
  const painting = await longestTaskDuring(browser, page, () =>
    editing.drag({ x, y }, beside, { x: beside.x, y: y + 600 }, { x, y: y + 600 }),
  );
  const growing = await longestTaskDuring(browser, page, async () => {
    await editing.slide('Grow, shrink', 50);
    await page.getByRole('button', { name: 'Apply' }).click();
    await app.until(({ pending }) => !pending);
  });
  const smoothing = await longestTaskDuring(browser, page, () => editing.slide('Smooth', 30));
  return { painting, growing, smoothing };
}

function raggedRing() {
  return Array.from({ length: 24 }, (_, i) => {
    const far = ball.radius * (i % 2 === 0 ? 1 : 0.93);
    const angle = (i / 12) * Math.PI;
    return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) };
  });
}
