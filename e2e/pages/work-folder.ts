import { expect, type Locator, type Page } from '@playwright/test';
import { plainCanvas, pngFile } from '../files/files.ts';
import type { AnnotatorPage } from './annotator.ts';
import { delayModel } from './scene-page.ts';

const NAME = 'shots';

/**
 * A folder of photos that is worked in: one of the browser's own, whose handles are those of any folder. Only the dialog
 * that chooses it is replaced, since no test can click in it.
 */
export class WorkFolder {
  readonly page: Page;
  readonly dialog: Locator;
  readonly status: Locator;
  readonly alert: Locator;

  constructor(private readonly app: AnnotatorPage) {
    this.page = app.page;
    this.dialog = this.page.getByRole('dialog', { name: 'Work in a folder' });
    this.status = app.status.getByRole('button', { name: NAME });
    this.alert = this.page.getByRole('alert');
  }

  /** The app without a model, and the folder with photos; each of another size, as photos are known by their content. */
  async prepare(files: Readonly<Record<string, string>> = {}): Promise<void> {
    await delayModel(this.page);
    await this.app.open();
    const photos = [1, 2].map((i) =>
      Array.from(pngFile('', plainCanvas({ width: 400 + i, height: 300 })).buffer),
    );
    await this.page.evaluate(
      async ({ name, photos }) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle(name, { create: true });
        const day = await folder.getDirectoryHandle('day 2', { create: true });
        for (const [at, file, bytes] of [
          [folder, 'a.png', photos[0]],
          [day, 'b.png', photos[1]],
        ] as const) {
          const handle = await at.getFileHandle(file, { create: true });
          const writable = await handle.createWritable();
          await writable.write(Uint8Array.from(bytes ?? []));
          await writable.close();
        }
      },
      { name: NAME, photos },
    );
    for (const [path, content] of Object.entries(files)) await this.put(path, content);
    await this.choosable();
  }

  /** After a reload, too. */
  async choosable(): Promise<void> {
    await this.page.evaluate((name) => {
      const showDirectoryPicker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name);
      Object.assign(window, { showDirectoryPicker });
    }, NAME);
  }

  async open(format = 'LabelMe'): Promise<void> {
    await this.page.keyboard.press('Shift+F');
    await this.dialog.getByRole('radio', { name: format }).check();
    await this.dialog.getByRole('button', { name: 'Choose the folder' }).click();
    await expect(this.dialog).toBeHidden();
    await this.app.until(({ photoCount, opening }) => photoCount === 2 && opening === null);
    await this.untilQuiet();
  }

  /** By its frame; without a model there is nothing else to wait for. */
  async show(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${name},` }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
  }

  /** Everything is written, and nothing is asked. */
  async untilQuiet(): Promise<void> {
    await expect(this.status).toHaveText(/written at|connected/);
  }

  async text(path: string): Promise<string | null> {
    return this.page.evaluate(
      async ([name, path]) => {
        try {
          let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
          const names = path.split('/');
          for (const each of names.slice(0, -1)) folder = await folder.getDirectoryHandle(each);
          return (await (await folder.getFileHandle(names.at(-1) ?? '')).getFile()).text();
        } catch {
          return null;
        }
      },
      [NAME, path] as const,
    );
  }

  /** As another program would. Null: it deletes the file. */
  async put(path: string, content: string | null): Promise<void> {
    await this.page.evaluate(
      async ([name, path, content]) => {
        let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
        const names = path.split('/');
        for (const each of names.slice(0, -1))
          folder = await folder.getDirectoryHandle(each, { create: true });
        const file = names.at(-1) ?? '';
        if (content === null) return folder.removeEntry(file);
        const handle = await folder.getFileHandle(file, { create: true });
        const writable = await handle.createWritable();
        await writable.write(content);
        await writable.close();
      },
      [NAME, path, content] as const,
    );
  }

  /** With all that is in it. */
  async remove(): Promise<void> {
    await this.page.evaluate(async (name) => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(name, { recursive: true });
    }, NAME);
  }

  /** The person comes back from another window. */
  async comeBack(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  }

  async answer(answer: 'Keep mine' | 'Take theirs' | 'Keep both'): Promise<void> {
    const all = this.alert.getByRole('group', { name: 'All of these files' });
    await all.getByRole('button', { name: answer }).click();
  }
}
