import { expect, type Locator, type Page } from '@playwright/test';
import type { AnnotatorPage } from './annotator.ts';

/** The row of photos below the stage. */
export class FilmstripPage {
  readonly bar: Locator;
  readonly frames: Locator;
  /** The pictures in the frames, as far as they are there. */
  readonly thumbnails: Locator;
  private readonly page: Page;

  constructor(private readonly app: AnnotatorPage) {
    this.page = app.page;
    this.bar = this.page.getByRole('navigation', { name: 'Photos' });
    this.frames = this.bar.getByRole('listitem').getByRole('button');
    this.thumbnails = this.frames.locator('canvas');
  }

  frame(name: string): Locator {
    return this.frames.and(this.page.getByRole('button', { name: `${name},` }));
  }

  /** Names of the frames that can be seen. */
  async names(): Promise<string[]> {
    const labels = await this.frames.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    return labels.map((label) => label.split(',')[0] ?? '');
  }

  /** By the browser's own picker for folders, where it has no handle to give. */
  async chooseFolder(path: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.bar.getByRole('button', { name: 'Folder' }).click(),
    ]);
    await chooser.setFiles(path);
  }

  async openFilter(): Promise<Locator> {
    await this.bar.getByRole('button', { name: /^Filter/ }).click();
    const menu = this.page.getByRole('region', { name: 'Photos shown' });
    await expect(menu).toBeVisible();
    return menu;
  }

  async untilShown(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
    await this.app.until(({ opening }) => opening === null);
  }
}
