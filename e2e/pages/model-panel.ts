import type { Page } from '@playwright/test';
import type { TestFile } from '../files/files.ts';

/** The part of the Model panel that is about model sets. */
export class ModelPanel {
  constructor(private readonly page: Page) {}

  get section() {
    return this.page.getByRole('region', { name: 'Model sets' });
  }

  async chooseZip(file: TestFile): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.section.getByRole('button', { name: 'Zip…' }).click(),
    ]);
    await chooser.setFiles(file);
  }

  async chooseFolder(path: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.section.getByRole('button', { name: 'Folder…' }).click(),
    ]);
    await chooser.setFiles(path);
  }

  set(name: string) {
    return this.section.getByRole('listitem', { name });
  }

  async use(name: string): Promise<void> {
    await this.section.getByRole('button', { name: `Use ${name}` }).click();
  }

  async remove(name: string): Promise<void> {
    await this.section.getByRole('button', { name: `Remove ${name}` }).click();
    await this.section.getByRole('button', { name: 'Really remove' }).click();
  }
}
