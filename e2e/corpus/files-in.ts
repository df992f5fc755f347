import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files of a folder and the folders in it, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}
