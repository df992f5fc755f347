import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { Manifest } from '../../src/models/manifest.ts';
import type { TestFile } from './files.ts';

export const BUNDLED_FOLDER = join(import.meta.dirname, '..', '..', 'public', 'models');

/** Content by path. */
export type SetFiles = Map<string, Uint8Array>;

/** The model set that ships, under another name and id. */
export function otherSet(): SetFiles {
  const files: SetFiles = new Map(
    readdirSync(BUNDLED_FOLDER).map((name) => [name, readFileSync(join(BUNDLED_FOLDER, name))]),
  );
  return changeManifest(files, (manifest) => ({ ...manifest, id: 'other-set', name: 'Other set' }));
}

export function changeManifest(files: SetFiles, change: (manifest: Manifest) => unknown): SetFiles {
  const changed = change(manifestOf(files));
  return new Map(files).set('manifest.json', Buffer.from(JSON.stringify(changed)));
}

export function manifestOf(files: SetFiles): Manifest {
  return JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString());
}

/** A set whose decoder, with the right checksum, is the encoder's graph. */
export function swappedDecoder(): SetFiles {
  return changeManifest(otherSet(), (manifest) => {
    const { encoder, decoder } = manifest.graphs;
    const graphs = encoder.graphs.map(({ input: _, ...graph }) => graph);
    const swapped = { weights: encoder.weights, graphs };
    return { ...manifest, graphs: { encoder, decoder: { ...decoder, ...swapped } } };
  });
}

export async function zipOf(name: string, files: SetFiles): Promise<TestFile> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0, useWebWorkers: false });
  for (const [path, content] of files) await writer.add(path, new Uint8ArrayReader(content));
  return { name, mimeType: 'application/zip', buffer: Buffer.from(await writer.close()) };
}

/** Changes one byte of a file and leaves the manifest as it is. */
export function damaged(files: SetFiles, name: string): SetFiles {
  const content = Uint8Array.from(files.get(name) ?? []);
  content[1000] = (content[1000] ?? 0) ^ 0xff;
  return new Map(files).set(name, content);
}
