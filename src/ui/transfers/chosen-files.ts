import type { ChosenFile } from '../../formats/protocol.ts';

/** As the reader takes them: a folder's files by their path in it. */
export function chosenFiles(files: readonly File[]): ChosenFile[] {
  return files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
