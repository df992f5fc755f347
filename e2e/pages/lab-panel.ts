import { expect, type Locator, type Page } from '@playwright/test';
import type { AnnotatorPage } from './annotator.ts';

/** The panel in which a photo is degraded on purpose. */
export class LabPanel {
  readonly add: Locator;
  readonly steps: Locator;
  readonly rows: Locator;
  readonly ask: Locator;
  readonly results: Locator;
  readonly #page: Page;

  constructor(private readonly app: AnnotatorPage) {
    this.#page = app.page;
    const inspector = this.#page.getByRole('complementary', { name: 'Inspector' });
    this.add = inspector.getByRole('combobox', { name: 'Add a degradation' });
    this.steps = inspector.getByRole('list', { name: 'Degradations, in this order' });
    this.rows = this.steps.getByRole('listitem');
    this.ask = inspector.getByRole('button', { name: 'Ask the models' });
    this.results = inspector.getByRole('table').filter({ hasText: 'Boundary IoU' });
  }

  async open(): Promise<void> {
    await this.app.press('Shift+X');
    await this.add.waitFor();
  }

  async degradeBy(name: string): Promise<void> {
    await this.add.selectOption(name);
  }

  /** The photo's canvas once it is degraded at its full size and painted. */
  async untilStill(): Promise<string> {
    const work = () => this.#page.evaluate(() => window.annotator.lab.getState().work);
    await expect.poll(work).toBeNull();
    let before = '';
    await expect
      .poll(async () => {
        const now = await photoPixels(this.#page);
        const isStill = now === before;
        before = now;
        return isStill;
      })
      .toBe(true);
    return before;
  }

  /** Two figures, or those that are there. */
  async scoresOf(model: string): Promise<readonly number[]> {
    const name = this.#page.getByText(model, { exact: true });
    const row = this.results.getByRole('row').filter({ has: name });
    return (await row.getByRole('cell').allTextContents()).map(Number);
  }
}

/** The photo's canvas, as the person sees it. */
export function photoPixels(page: Page): Promise<string> {
  return page
    .getByTestId('stage-photo')
    .evaluate((element) => (element as HTMLCanvasElement).toDataURL());
}
