import { FileDown } from 'lucide-react';
import { useMemo } from 'react';
import { figuresOf } from '../../app/truth/rows.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useTruth } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { PickLabels } from '../transfers/PickLabels.tsx';
import { TruthFigures } from './TruthFigures.tsx';
import { TruthRows } from './TruthRows.tsx';
import { TruthSets } from './TruthSets.tsx';
import { TruthStatus } from './TruthStatus.tsx';
import { usePickSet } from './use-pick-set.ts';

/** The project's labels, or another set, held against a set that counts as the truth. */
export function TruthPanel() {
  const truth = useTruth((state) => state.truth);
  const rows = useTruth((state) => state.rows);
  const threshold = useTruth((state) => state.threshold);
  const figures = useMemo(() => figuresOf(rows, threshold), [rows, threshold]);
  const hasRows = truth !== null && rows.length > 0;
  const found = `${figures.found} / ${figures.pairs + figures.missed}`;
  return (
    <div ref={showWhole}>
      <Panel title={t('truth.title')} figure={hasRows ? found : ''}>
        {truth ? <TruthSets truth={truth} /> : <ChooseTruth />}
        <TruthStatus />
        {hasRows && (
          <>
            <TruthFigures figures={figures} />
            <TruthRows figures={figures} />
          </>
        )}
        <Ends hasRows={hasRows} />
      </Panel>
    </div>
  );
}

/** It is the first panel, and the others may have been scrolled to. */
function showWhole(panel: HTMLElement | null): void {
  panel?.parentElement?.scrollTo({ top: 0 });
}

function ChooseTruth() {
  const pick = usePickSet('truth');
  return (
    <>
      <p className="hint">{t('truth.lead')}</p>
      <PickLabels onPick={pick} />
    </>
  );
}

/** What is done with the whole of it. */
function Ends({ hasRows }: { readonly hasRows: boolean }) {
  const annotator = useAnnotator();
  const keys = useKeyWords('againstTruth');
  return (
    <div className="data-buttons">
      {hasRows && (
        <button type="button" className="button" onClick={() => void annotator.exportRows()}>
          <FileDown aria-hidden size={16} strokeWidth={1.75} /> {t('truth.export')}
        </button>
      )}
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={() => annotator.setAgainstTruth(false)}
      >
        {t('truth.end')} {keys && <kbd className="wide-only">{keys}</kbd>}
      </button>
    </div>
  );
}
