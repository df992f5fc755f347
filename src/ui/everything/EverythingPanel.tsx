import { Sparkles } from 'lucide-react';
import { proposalsOn, proposalsShown } from '../../app/everything/proposals.ts';
import type { Proposal } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useView } from '../annotator.ts';
import { keepFocus } from '../IconButton.tsx';
import { Panel } from '../panels/Panel.tsx';
import { EverythingOptions } from './EverythingOptions.tsx';
import { EverythingStatus } from './EverythingStatus.tsx';
import { toDecideWords } from './everything-words.ts';
import { ProposalFilters } from './ProposalFilters.tsx';
import { ProposalList } from './ProposalList.tsx';

/** Masks found unasked: how to look for them, and the person's word on each. */
export function EverythingPanel() {
  const all = useProposals();
  return (
    <Panel title={t('everythingPanel.title')} figure={all.length > 0 ? String(all.length) : ''}>
      <EverythingStatus />
      {all.length > 0 ? <Proposals all={all} /> : <StartButton />}
      <EverythingOptions />
    </Panel>
  );
}

/** All that wait on the shown photo. */
function useProposals(): readonly Proposal[] {
  const photo = useView((view) => view.photo);
  const proposals = useDocument((state) => state.proposals);
  return proposalsOn({ proposals }, { photo });
}

function StartButton() {
  const annotator = useAnnotator();
  const keys = useKeyWords('findEverything');
  const isRunning = useView((view) => view.everything.kind === 'running');
  if (isRunning) return null;
  return (
    <button
      type="button"
      className="button"
      onMouseDown={keepFocus}
      onClick={() => void annotator.findEverything()}
    >
      <Sparkles aria-hidden size={16} /> {t('everythingPanel.find')}{' '}
      {keys && <kbd className="wide-only">{keys}</kbd>}
    </button>
  );
}

function Proposals({ all }: { readonly all: readonly Proposal[] }) {
  const annotator = useAnnotator();
  const photo = useView((view) => view.photo);
  const proposalFilter = useView((view) => view.proposalFilter);
  const proposals = useDocument((state) => state.proposals);
  const shown = proposalsShown({ proposals }, { photo, proposalFilter });
  const ids = shown.map(({ id }) => id);
  const aside = all.length - shown.length;
  return (
    <>
      <ProposalFilters all={all} />
      <p className="hint" role="status">
        {toDecideWords(shown.length, aside)}
      </p>
      <ProposalList proposals={shown} />
      <div className="proposal-actions">
        <button
          type="button"
          className="button primary"
          disabled={shown.length === 0}
          onMouseDown={keepFocus}
          onClick={() => annotator.acceptProposals(ids)}
        >
          {t('everythingPanel.acceptAll', { shown: shown.length })}
        </button>
        <button
          type="button"
          className="button"
          disabled={shown.length === 0}
          onMouseDown={keepFocus}
          onClick={() => annotator.dropProposals(ids)}
        >
          {t('everythingPanel.dropAll', { shown: shown.length })}
        </button>
      </div>
    </>
  );
}
