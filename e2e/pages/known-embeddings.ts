import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { fingerprintOf } from '../../src/photo/worker/fingerprint.ts';
import type { TestFile } from '../files/files.ts';
import { KNOWN_EMBEDDINGS } from '../files/out.ts';

type Photo = Pick<TestFile, 'buffer'>;

/**
 * For tests that are not about encoding: runs `open` with the photo's embedding where the app looks for it, if an
 * earlier test of this run has had it encoded; else keeps what `open` has had encoded.
 */
export async function withKnownEmbedding(
  page: Page,
  photo: Photo,
  open: () => Promise<void>,
): Promise<void> {
  const id = await fingerprintOf(new Blob([new Uint8Array(photo.buffer)]));
  const known = namesIn(KNOWN_EMBEDDINGS).filter((name) => name.startsWith(id));
  for (const name of known) await give(page, name);
  await open();
  if (known.length === 0) await keep(page, id);
}

/** By its path, so its megabytes don't go through the test. */
async function give(page: Page, name: string): Promise<void> {
  const input = await page.evaluateHandle(() => {
    return Object.assign(document.createElement('input'), { type: 'file' });
  });
  await input.setInputFiles(join(KNOWN_EMBEDDINGS, name));
  await input.evaluate(async ({ files }, as) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('embeddings', { create: true });
    const handle = await folder.getFileHandle(as, { create: true });
    const isThere = (await handle.getFile()).size > 0;
    if (files?.[0] && !isThere) await files[0].stream().pipeTo(await handle.createWritable());
  }, name);
  await input.dispose();
}

async function keep(page: Page, id: string): Promise<void> {
  let found: Awaited<ReturnType<typeof take>> = null;
  // The app writes it once nobody waits for a mask.
  await expect(async () => {
    found = await take(page, id);
    expect(found).not.toBeNull();
  }).toPass({ intervals: [100] });
  const { name, base64 } = found ?? { name: '', base64: '' };
  mkdirSync(KNOWN_EMBEDDINGS, { recursive: true });
  // Another worker may look for it, and must see all of it or nothing.
  const incoming = join(KNOWN_EMBEDDINGS, `.${process.pid}`);
  writeFileSync(incoming, Buffer.from(base64, 'base64'));
  renameSync(incoming, join(KNOWN_EMBEDDINGS, name));
}

function take(
  page: Page,
  id: string,
): Promise<{ readonly name: string; readonly base64: string } | null> {
  return page.evaluate(async (start) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('embeddings', { create: true });
    for await (const name of folder.keys()) {
      if (!name.startsWith(start)) continue;
      const reader = new FileReader();
      reader.readAsDataURL(await (await folder.getFileHandle(name)).getFile());
      await new Promise((resolve) => reader.addEventListener('load', resolve));
      return { name, base64: String(reader.result).replace(/^.*,/, '') };
    }
    return null;
  }, id);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
