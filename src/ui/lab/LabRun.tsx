import { useState } from 'react';
import { subjectOf } from '../../app/lab/asking.ts';
import { t } from '../../words/words.ts';
import { leftWords } from '../everything/everything-words.ts';
import { useAnnotator, useDocument, useLab, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { later } from '../kit/later.tsx';
import { useNow } from '../kit/use-now.ts';

const LabRunDialog = later(async () => (await import('./LabRunDialog.tsx')).LabRunDialog);

/** Every degradation at every severity: begun, on its way, and what came of it. */
export function LabRun() {
  const annotator = useAnnotator();
  const [isOpen, setOpen] = useState(false);
  const run = useLab((lab) => lab.run);
  const work = useLab((lab) => lab.work);
  const objects = useDocument((state) => state.objects);
  const hasSubject = useView((view) => subjectOf({ objects }, view) !== null);
  if (work === 'running') return <Running />;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={work !== null || !hasSubject}
        onMouseDown={keepFocus}
        onClick={() => void annotator.runAllInLab()}
      >
        {t('lab.run.all')}
      </button>
      <p className="hint">{t('lab.run.lead')}</p>
      {run && run.rows.length > 0 && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('lab.run.results', { done: run.done, of: run.of })}
        </button>
      )}
      {run && <LabRunDialog run={run} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}

function Running() {
  const annotator = useAnnotator();
  const now = useNow(true);
  const run = useLab((lab) => lab.run);
  if (!run) return null;
  const { done, of, startedAt } = run;
  const left = leftWords(done, of, now - startedAt);
  return (
    <div className="everything-running">
      <p role="status">{t('lab.run.running')}</p>
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={() => annotator.cancelLabRun()}
      >
        {t('lab.run.cancel')}
      </button>
      <progress className="visually-hidden" aria-label={t('lab.run.running')} value={done / of} />
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * done) / of}%` }} />
      </span>
      <p className="hint everything-figures">
        {[t('lab.run.progress', { done, of }), left].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
