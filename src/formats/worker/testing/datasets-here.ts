import type { Datasets } from '../../client.ts';
import { renderFiles } from '../export.ts';
import { importFiles } from '../import.ts';

/** For tests: the real writing and reading, on this thread. */
export const datasetsHere: Pick<Datasets, 'render' | 'read'> = {
  render: (_signal, ...asked) => renderFiles(...asked),
  read: async (_signal, files, open, onProgress, measure) =>
    (await importFiles(files, open, onProgress, { measure })).result,
};
