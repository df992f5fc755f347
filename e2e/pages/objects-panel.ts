import type { Locator, Page } from '@playwright/test';
import type { AnnotatorPage } from './annotator.ts';
import { ballAt, plateAt } from './scene-page.ts';

/** The lists of objects and classes in the panel. */
export class ObjectsPanel {
  readonly list: Locator;
  readonly classes: Locator;
  readonly classField: Locator;
  private readonly page: Page;

  constructor(private readonly app: AnnotatorPage) {
    this.page = app.page;
    this.list = this.page.getByRole('list', { name: 'Objects, the topmost first' });
    this.classes = this.page.getByRole('list', { name: 'Classes of the project' });
    this.classField = this.page.getByRole('combobox', { name: /^Class of/ });
  }

  row(name: string): Locator {
    const title = this.page.getByText(name, { exact: true });
    return this.list.locator('.object-name').filter({ has: title });
  }

  /** Names in the list, from top to bottom. */
  async names(): Promise<string[]> {
    return this.list.locator('.object-title').allTextContents();
  }

  async selected(): Promise<string[]> {
    const pressed = this.list.getByRole('button', { pressed: true });
    return pressed.locator('.object-title').allTextContents();
  }

  /** As a person types it, and Enter. */
  async nameClass(name: string): Promise<void> {
    await this.app.press('/');
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
  }

  /** A click on the photo, and Enter; returns once the object is kept. */
  async keep(at: readonly [x: number, y: number]): Promise<void> {
    const { objects } = await this.app.facts();
    await this.app.click(...at);
    await this.app.press('Enter');
    await this.app.until((facts) => facts.objects === objects + 1 && facts.steps === 0);
  }

  async ctrlClick([x, y]: readonly [x: number, y: number]): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.page.mouse.click(...(await this.app.onPage({ x, y })));
    await this.page.keyboard.up('Control');
  }

  async renameClass(name: string, to: string): Promise<void> {
    const edit = this.classes.getByRole('button', { name: `Edit class ${name}` });
    if ((await edit.getAttribute('aria-pressed')) !== 'true') await edit.click();
    const field = this.page.getByRole('textbox', { name: `Name of class ${name}` });
    await field.fill(to);
    await field.press('Enter');
  }
}

/** The scene's two objects, each with a class of its own. */
export async function keepBallAndPlate(app: AnnotatorPage): Promise<ObjectsPanel> {
  const panel = new ObjectsPanel(app);
  await panel.keep(ballAt);
  await panel.nameClass('ball');
  await panel.keep(plateAt);
  await panel.nameClass('plate');
  return panel;
}
