import type { Page } from '@playwright/test';
import type { DiskUse } from '../../src/engine/protocol.ts';

declare global {
  interface Window {
    encodes: number;
  }
}

export function diskUse(page: Page): Promise<DiskUse> {
  return page.evaluate(() => window.annotator.engine.getState().cache.disk);
}

/** Whether the encoder has run for a photo in hand since the page was opened. */
export function hasEncoded(page: Page): Promise<boolean> {
  return page.evaluate(() => window.annotator.engine.getState().lastEncodeMilliseconds !== null);
}

/** What a disk or an older version of the app may have left in every kept embedding. */
export async function damageEmbeddings(
  page: Page,
  damage: 'changed' | 'cut' | 'old',
): Promise<void> {
  await page.evaluate(async (kind) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('embeddings');
    for await (const name of folder.keys()) {
      const handle = await folder.getFileHandle(name);
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const at = kind === 'old' ? 4 : bytes.length - 1000;
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const writable = await handle.createWritable();
      await writable.write(kind === 'cut' ? bytes.subarray(0, at) : bytes);
      await writable.close();
    }
  }, damage);
}

/** From now on; `encodesCounted` says how many. */
export async function countEncodes(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.encodes = 0;
    window.annotator.engine.subscribe(({ phase }, { phase: before }) => {
      if (phase.kind === 'encoding' && before.kind !== 'encoding') window.encodes += 1;
    });
  });
}

export function encodesCounted(page: Page): Promise<number> {
  return page.evaluate(() => window.encodes);
}
