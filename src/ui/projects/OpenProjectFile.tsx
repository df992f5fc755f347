import { FileUp } from 'lucide-react';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';

export function OpenProjectFile() {
  const { shell } = useHands();
  return (
    <button type="button" className="button quiet" onClick={() => shell.pickFiles('project')}>
      <FileUp aria-hidden size={16} strokeWidth={1.75} /> {t('projects.file.open')}
    </button>
  );
}
