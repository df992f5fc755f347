import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FormatError } from '../problems.ts';
import { damagedBytes, FUZZ, inBounds } from '../testing/damage.ts';
import { openZip } from './zip-read.ts';

vi.setConfig({ testTimeout: 300_000 });

async function zipWith(level: number, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  await writer.add(path, new TextReader('[1, 2] '.repeat(20)), { level });
  return new Uint8Array(await writer.close());
}

test('a zip: damaged ones are read or refused, and give no more than they claim', async () => {
  const whole = [await zipWith(0, 'a.json'), await zipWith(6, 'b/a.json')];
  await fc.assert(
    fc.asyncProperty(damagedBytes(whole), (bytes) => inBounds(() => readAll(new Blob([bytes])))),
    FUZZ,
  );
});

async function readAll(zip: Blob): Promise<void> {
  const files = await openZip(zip, () => {}).catch(expectFormatError);
  for (const { path, size, read } of files) {
    expect(path).not.toMatch(/^\/|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i);
    const content = await read().catch(expectFormatError);
    if (content.length > size) throw new Error(`${content.length} bytes, where it claims ${size}`);
  }
}

function expectFormatError(error: unknown): [] {
  if (error instanceof FormatError) return [];
  throw error;
}
