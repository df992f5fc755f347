import { t } from '../../words/words.ts';
import { useView } from '../annotator.ts';
import { useChrome } from '../chrome.ts';
import { keepFocus } from '../IconButton.tsx';
import { RunningLine } from './EverythingStatus.tsx';
import { toDecideWords } from './everything-words.ts';
import { useProposals } from './use-proposals.ts';

/** While the panel is closed: how far the run is, or that there are proposals to decide on. */
export function EverythingLine() {
  const { toggleInspector } = useChrome();
  const phase = useView((view) => view.everything);
  const { all, shown } = useProposals();
  if (phase.kind === 'running')
    return (
      <div className="prompt-everything">
        <RunningLine phase={phase} />
      </div>
    );
  return (
    <div className="prompt-everything is-waiting">
      <p role="status">{toDecideWords(shown.length, all.length - shown.length)}</p>
      <button type="button" className="button" onMouseDown={keepFocus} onClick={toggleInspector}>
        {t('everythingPanel.decide')}
      </button>
    </div>
  );
}
