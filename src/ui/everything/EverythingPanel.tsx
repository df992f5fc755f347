import { Sparkles } from 'lucide-react';
import type { Proposal } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { EverythingOptions } from './EverythingOptions.tsx';
import { EverythingStatus } from './EverythingStatus.tsx';
import { toDecideWords } from './everything-words.ts';
import { ProposalFilters } from './ProposalFilters.tsx';
import { ProposalList } from './ProposalList.tsx';
import { useProposals } from './use-proposals.ts';

/** Masks found unasked: how to look for them, and the person's word on each. */
export function EverythingPanel() {
  const { all, shown } = useProposals();
  return (
    <Panel title={t('everythingPanel.title')} figure={all.length > 0 ? String(all.length) : ''}>
      <EverythingStatus />
      {all.length > 0 ? <Proposals all={all} shown={shown} /> : <StartButton />}
      <EverythingOptions />
    </Panel>
  );
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

interface Proposed {
  readonly all: readonly Proposal[];
  readonly shown: readonly Proposal[];
}

function Proposals({ all, shown }: Proposed) {
  const annotator = useAnnotator();
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
