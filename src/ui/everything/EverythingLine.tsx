import type { EverythingPhase } from '../../app/state/everything.ts';
import { t } from '../../words/words.ts';
import { usePrompt, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { RunningLine } from './EverythingStatus.tsx';
import { endWords, toDecideWords } from './everything-words.ts';
import { useProposals } from './use-proposals.ts';

/** Whether there is something to say that is not seen, as the panel is closed. */
export function useHasEverythingLine(): boolean {
  const { isInspectorOpen } = useChrome();
  const phase = useView((view) => view.everything);
  const hasEndedEmpty = useHasEndedEmpty();
  const hasProposals = useProposals().all.length > 0;
  return !isInspectorOpen && (phase.kind === 'running' || hasProposals || hasEndedEmpty);
}

/** How far the run is, that there are proposals to decide on, or why there are none. */
export function EverythingLine() {
  const phase = useView((view) => view.everything);
  const { all, shown } = useProposals();
  if (phase.kind === 'running')
    return (
      <div className="prompt-everything">
        <RunningLine phase={phase} />
      </div>
    );
  if (all.length > 0)
    return (
      <Waiting
        says={toDecideWords(shown.length, all.length - shown.length)}
        opens={t('everythingPanel.decide')}
      />
    );
  return phase.kind === 'off' ? null : (
    <Waiting says={endWords(phase)} opens={t('everythingPanel.options.title')} />
  );
}

function Waiting({ says, opens }: { readonly says: string; readonly opens: string }) {
  const { toggleInspector } = useChrome();
  return (
    <div className="prompt-everything is-waiting">
      <p role="status">{says}</p>
      <button type="button" className="button" onMouseDown={keepFocus} onClick={toggleInspector}>
        {opens}
      </button>
    </div>
  );
}

/** Until something else is begun. */
function useHasEndedEmpty(): boolean {
  const photoId = useView((view) => view.photo?.id);
  const phase = useView((view) => view.everything);
  const isPrompting = usePrompt().length > 0;
  return !isPrompting && foundNothing(phase) && phase.photoId === photoId;
}

function foundNothing(
  phase: EverythingPhase,
): phase is Extract<EverythingPhase, { kind: 'failed' | 'done' }> {
  return phase.kind === 'failed' || (phase.kind === 'done' && phase.found === 0);
}
