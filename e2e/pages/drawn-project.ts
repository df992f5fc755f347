import type { AnnotatorPage } from './annotator.ts';
import { Editing } from './editing.ts';
import { ObjectsPanel } from './objects-panel.ts';

/** Beside what is on the drawn scene, in photo pixels. */
export const SQUARE = { x0: 350, y0: 100, x1: 450, y1: 200 };
export const STRIPE = { x0: 100, y0: 300, x1: 300, y1: 340 };

/** Two objects by hand, a class, and an undone step. */
export async function drawSomething(app: AnnotatorPage): Promise<void> {
  const editing = new Editing(app);
  await editing.drawBox(SQUARE);
  await new ObjectsPanel(app).nameClass('kite');
  await app.press('Enter');
  await editing.drawBox(STRIPE);
  await app.until(({ objects }) => objects === 2);
  await editing.drag({ x: 90, y: 290 }, { x: 95, y: 295 });
  await app.press('Control+z');
}
