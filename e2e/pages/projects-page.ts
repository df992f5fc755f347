import { expect, type Locator, type Page } from '@playwright/test';
import type { DocumentState } from '../../src/document/types.ts';
import type { AnnotatorPage } from './annotator.ts';

/** Projects as a person meets them: the start page, the menu in the top bar, what is said about saving. */
export class ProjectsPage {
  readonly page: Page;
  readonly cards: Locator;
  readonly menu: Locator;
  readonly saveState: Locator;

  constructor(private readonly app: AnnotatorPage) {
    this.page = app.page;
    this.cards = this.page.getByRole('region', { name: 'Your projects' }).getByRole('listitem');
    this.menu = this.page.getByRole('region', { name: 'Project', exact: true });
    this.saveState = this.page.locator('.save-state');
  }

  async untilSaved(): Promise<void> {
    await expect(this.saveState).toHaveText('Saved');
  }

  /** And until the photo is there again. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForFunction(() => window.annotator !== undefined);
    await this.app.until(({ photoId, opening }) => photoId !== null && opening === null);
  }

  async openMenu(): Promise<void> {
    await this.page.getByRole('button', { name: /^Project / }).click();
    await expect(this.menu).toBeVisible();
  }

  async showAll(): Promise<void> {
    await this.openMenu();
    await this.menu.getByRole('button', { name: 'All projects' }).click();
    await expect(this.page.getByRole('heading', { name: 'Your projects' })).toBeVisible();
  }

  async rename(name: string): Promise<void> {
    await this.openMenu();
    const field = this.menu.getByRole('textbox', { name: 'Name of the project' });
    await field.fill(name);
    await field.press('Enter');
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('button', { name: `Project ${name}` })).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Open ${name},` }).click();
    await this.app.until(({ photoId, opening }) => photoId !== null && opening === null);
  }

  /** In one of the database's stores. */
  countRecords(store: string): Promise<number> {
    return this.page.evaluate(async (name) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('robustsam-annotator');
        request.onsuccess = () => resolve(request.result);
      });
      const request = db.transaction(name).objectStore(name).count();
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      db.close();
      return request.result;
    }, store);
  }

  /** All of the document, as plain values. */
  async document(): Promise<unknown> {
    return this.page.evaluate(() => {
      const plain = (_: string, value: unknown) =>
        value instanceof Uint32Array ? [...value] : value;
      // What says nothing need not be there.
      const said = (state: DocumentState) =>
        Object.entries(state).map(([fact, value]) => [
          fact,
          Object.entries(value ?? {}).filter(([, one]) => one && Object.keys(one).length !== 0),
        ]);
      const { seconds: _, ...state } = window.annotator.document.getState();
      return JSON.parse(JSON.stringify(said(state as DocumentState), plain));
    });
  }
}
