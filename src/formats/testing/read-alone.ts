import type { ReadProblem } from '../problems.ts';
import { readDataset } from '../read-dataset.ts';
import type { ReadResult } from '../reading/result.ts';
import { sourceFiles } from './files.ts';

/** The one photo that is open. */
export const photo = { name: 'a.png', size: { width: 5, height: 4 } };

export function readAlone(
  path: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<ReadResult> {
  return readDataset(sourceFiles(new Map([[path, content]])), [photo]);
}

export async function problemsOf(path: string, content: Uint8Array<ArrayBuffer> | string) {
  const { skipped } = await readAlone(path, content);
  return skipped.map(({ problem }): ReadProblem['kind'] => problem.kind);
}
