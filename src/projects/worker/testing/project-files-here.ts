import type { ProjectFiles } from '../../file/client.ts';
import { readProjectFile } from '../read.ts';
import { writeProjectFile } from '../write.ts';

/** For tests: the real writing and reading, on this thread. */
export const projectFilesHere: ProjectFiles = {
  write: (_signal, ...asked) => writeProjectFile(...asked),
  read: (_signal, ...asked) => readProjectFile(...asked),
};
