import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'public', 'samples');

interface SampleFile {
  readonly id: string;
  readonly title: string;
  readonly file: string;
}

export function listSamples(): SampleFile[] {
  return JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8'));
}

export function samplePath({ file }: SampleFile): string {
  return join(FOLDER, file);
}
