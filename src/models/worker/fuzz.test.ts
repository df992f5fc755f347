import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { damagedBytes, damagedJson, FUZZ, inBounds } from '../../formats/testing/damage.ts';
import { type Manifest, parseManifest, setBytes, setFilesOf } from '../manifest.ts';
import { checkPaths, rootOf } from '../paths.ts';
import { SetProblemError } from '../problems.ts';
import { openEntries } from './entries.ts';

vi.setConfig({ testTimeout: 300_000 });

const file = (name: string) => ({ name, bytes: 3, sha256: 'ab'.repeat(32) });
const graphs = (name: string) =>
  (['fp32', 'fp16'] as const).map((precision) => ({
    ...file(`${name}.${precision}.onnx`),
    precision,
    input: { height: 1024, width: 1024 },
  }));
const manifest: Manifest = {
  version: 2,
  id: 'small-set',
  name: 'A small set',
  licence: { spdx: 'MIT', file: 'LICENSE' },
  provenance: { summary: 'made for a test' },
  graphs: {
    encoder: { weights: [file('encoder.bin')], graphs: graphs('encoder') },
    decoder: { weights: [file('decoder.bin')], graphs: graphs('decoder') },
  },
};

test('a manifest: damaged ones are taken or refused', async () => {
  expect(parseManifest(JSON.stringify(manifest)).ok).toBe(true);
  await fc.assert(
    fc.asyncProperty(damagedJson([manifest]), (text) =>
      inBounds(() => {
        const parsed = parseManifest(text);
        expect(parsed.ok || parsed.detail !== '').toBe(true);
        if (!parsed.ok) return;
        const names = setFilesOf(parsed.manifest).map(({ name }) => name);
        expect([parsed.manifest.id, ...names].join()).toMatch(/^[\w.,-]+$/);
        expect(setBytes(parsed.manifest)).toBeGreaterThan(0);
      }),
    ),
    FUZZ,
  );
});

async function zipWith(level: number): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level, useWebWorkers: false });
  await writer.add('set/manifest.json', new Uint8ArrayReader(new Uint8Array(100)));
  return new Uint8Array(await writer.close());
}

test('a set as a zip: damaged ones are listed and unpacked, or refused', async () => {
  const whole = [await zipWith(0), await zipWith(6)];
  await fc.assert(
    fc.asyncProperty(damagedBytes(whole), (bytes) => inBounds(() => unpack(bytes))),
    FUZZ,
  );
});

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const entries = await openEntries({ kind: 'zip', file: new File([bytes], 'a.zip') });
    const paths = entries.map(({ path }) => path);
    checkPaths(paths);
    expect(rootOf(paths) ?? '').toMatch(/^([^/]+\/)?$/);
    for (const { pour } of entries) await pour(new WritableStream());
  } catch (error) {
    if (!(error instanceof SetProblemError)) throw error;
  }
}
