import { test as base, expect } from '@playwright/test';
import { AnnotatorPage } from './annotator.ts';

/** Every test gets the page closed-lipped: an uncaught error or a blocked request fails it at the end. */
export const test = base.extend<{ app: AnnotatorPage }>({
  app: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
    });
    await use(new AnnotatorPage(page));
    expect(complaints).toEqual([]);
  },
});

export { expect };
