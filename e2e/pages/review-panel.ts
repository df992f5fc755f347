import type { Locator, Page } from '@playwright/test';

/** The queue of objects to look at, and what is said of them. */
export class ReviewPanel {
  readonly queue: Locator;
  readonly card: Locator;
  /** Name and class of the object in review. */
  readonly name: Locator;
  readonly comment: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.panel = page.locator('details.panel').filter({
      has: page.getByRole('heading', { name: 'Review', exact: true }),
    });
    this.queue = page.getByRole('list', { name: 'Objects, the most doubtful first' });
    this.card = page.getByRole('region', { name: 'Object in review' });
    this.name = this.card.locator('.review-name');
    this.comment = page.getByRole('textbox', { name: 'Comment on the object' });
  }

  /** Names in the queue, the first reason below each. */
  rows(): Promise<string[]> {
    return this.queue.locator('.object-words').allTextContents();
  }
}
