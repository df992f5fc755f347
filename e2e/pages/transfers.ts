import { expect, type Locator, type Page } from '@playwright/test';
import type { TestFile } from '../files/files.ts';
import type { AnnotatorPage } from './annotator.ts';
import { bytesOf } from './zip.ts';

export function exportDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Export data set' });
}

export function importDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Import labels' });
}

export async function chooseFormat(dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel('Format').selectOption({ label: name });
}

/** By the dialog, as a download; COCO unless another is chosen, whatever was exported before. */
export async function exportZip(
  app: AnnotatorPage,
  choose: (dialog: Locator) => Promise<void> = (dialog) => chooseFormat(dialog, 'COCO instances'),
): Promise<Uint8Array<ArrayBuffer>> {
  const { page } = app;
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await app.press('Control+e');
  await choose(exportDialog(page));
  const download = page.waitForEvent('download');
  await exportDialog(page).getByRole('button', { name: 'Export', exact: true }).click();
  const bytes = await bytesOf(await download);
  await expect(exportDialog(page).getByText(/is written/)).toBeVisible();
  await page.keyboard.press('Escape');
  return bytes;
}

export async function chooseLabels(app: AnnotatorPage, ...files: TestFile[]): Promise<void> {
  await app.press('Control+i');
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    importDialog(app.page).getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(files);
}

export function zipFile(bytes: Uint8Array): TestFile {
  return { name: 'set.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}

/** Into an empty page; returns once its objects are there. */
export async function importZip(
  app: AnnotatorPage,
  zip: Uint8Array,
  objects: number,
): Promise<void> {
  await chooseLabels(app, zipFile(zip));
  const dialog = importDialog(app.page);
  await dialog.getByRole('button', { name: `Import ${objects} objects` }).click();
  await expect(dialog.getByText(/imported\. Undo removes/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await app.until(({ opening }) => opening === null);
}
