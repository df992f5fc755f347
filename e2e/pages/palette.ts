import type { Locator } from '@playwright/test';
import type { AnnotatorPage } from './annotator.ts';

/** Everything that can be done, by name. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly options: Locator;

  constructor(private readonly app: AnnotatorPage) {
    this.dialog = app.page.getByRole('dialog', { name: 'Search actions' });
    this.field = this.dialog.getByRole('combobox');
    this.options = this.dialog.getByRole('option');
  }

  async open(): Promise<void> {
    await this.app.press('Control+k');
    await this.field.waitFor();
  }

  /** What Enter would do. */
  chosen(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }

  /** By a few letters of its name and Enter. */
  async run(words: string): Promise<void> {
    await this.open();
    await this.field.fill(words);
    await this.app.page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
