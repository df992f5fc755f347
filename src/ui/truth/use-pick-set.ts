import type { SetSide } from '../../app/truth/truth-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { chosenFiles } from '../transfers/chosen-files.ts';

/** Takes what was picked as one set, called after its folder or only file. */
export function usePickSet(side: SetSide): (files: readonly File[]) => void {
  const annotator = useAnnotator();
  return (files) => void annotator.readSet(side, setName(files), chosenFiles(files));
}

function setName(files: readonly File[]): string {
  const [first] = files;
  const [folder = ''] = first?.webkitRelativePath.split('/') ?? [];
  if (folder !== '') return folder;
  return first && files.length === 1 ? first.name : t('truth.folder', { count: files.length });
}
