import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { Failure } from './failure.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'not a folder',
  EACCES: 'permission to read it is missing',
  EPERM: 'permission to read it is missing',
};

/** What lies in a folder. Throws a Failure that says why it can't be read. */
export async function readFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Failure(`${folder}: ${PROBLEMS[code] ?? message}`);
  }
}
