import type { Datasets } from '../../client.ts';
import { renderFiles } from '../export.ts';
import { importFiles } from '../import.ts';

/** For tests: the real writing and reading, on this thread. */
export const datasetsHere: Pick<Datasets, 'render' | 'read'> = {
  render: (_signal, ...asked) => renderFiles(...asked),
  async read(signal, files, open, onProgress, measure) {
    const { result } = await importFiles(files, open, onProgress, { measure });
    signal.throwIfAborted();
    return result;
  },
};
