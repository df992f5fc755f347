import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetPhoto } from '../../src/formats/dataset.ts';
import { readDataset } from '../../src/formats/read-dataset.ts';
import type { SourceFile } from '../../src/formats/reading/sources.ts';

/** Reads the data set in a folder as the app does, and prints what it understood as JSON. */
async function readFolder(folder: string, photos: readonly DatasetPhoto[]): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const { photos: read, skipped, unmatched } = await readDataset(files.map(sourceOf), photos);
  const labels = read.map(({ photo, objects }) => ({
    photo: photos[photo]?.name,
    objects: objects.map(({ className, mask }) => ({ class: className, runs: [...mask.runs] })),
  }));
  process.stdout.write(JSON.stringify({ labels, skipped, unmatched }));

  function sourceOf(path: string): SourceFile {
    const bytes = Uint8Array.from(readFileSync(join(folder, path)));
    return { path, size: bytes.length, read: async () => bytes };
  }
}

const [folder, truth] = process.argv.slice(2);
if (!folder || !truth) throw new Error('usage: tsx e2e/readers/read.ts FOLDER TRUTH');
const { photos } = JSON.parse(readFileSync(truth, 'utf8')) as {
  photos: { file: string; width: number; height: number }[];
};
await readFolder(
  folder,
  photos.map(({ file, width, height }) => ({ name: file, size: { width, height } })),
);
