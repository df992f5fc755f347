import type { JSHandle, Page } from '@playwright/test';
import type { TestFile } from '../files/files.ts';

/** What the browser would hand over if the file were dragged in from the desktop. */
export function carry(
  page: Page,
  { name, mimeType, buffer }: TestFile,
): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    async ([base64, fileName, type]) => {
      const bytes = Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type }));
      return data;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
}
