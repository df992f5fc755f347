import type { SetFailure, TruthWork } from '../../app/truth/truth-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useTruth } from '../kit/annotator.ts';
import { failureLines, failureWords, workWords } from './truth-words.ts';

/** What is under way, or why it ended without an answer. */
export function TruthStatus() {
  const work = useTruth((state) => state.work);
  const failure = useTruth((state) => state.failure);
  if (work) return <Working work={work} />;
  return failure && <Failed failure={failure} />;
}

function Working({ work }: { readonly work: TruthWork }) {
  const annotator = useAnnotator();
  const share = work.of > 0 ? work.done / work.of : 0;
  return (
    <div className="data-actions">
      <span className="data-progress" role="status">
        {workWords(work)}
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${100 * share}%` }} />
        </span>
      </span>
      <button type="button" className="button" onClick={() => annotator.cancelTruth()}>
        {t('truth.cancel')}
      </button>
    </div>
  );
}

function Failed({ failure }: { readonly failure: SetFailure }) {
  const annotator = useAnnotator();
  const lines = failureLines(failure);
  return (
    <div className="truth-failure">
      <p role="alert" className={failure.kind === 'stopped' ? '' : 'data-failure'}>
        {failureWords(failure)}
      </p>
      {lines.length > 0 && (
        <ul className="truth-notes hint">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {failure.kind === 'stopped' && (
        <button type="button" className="button" onClick={() => annotator.scoreAgain()}>
          {t('truth.again')}
        </button>
      )}
    </div>
  );
}
