import { useState } from 'react';
import { type FitChoice, leftOut, usualFit } from '../../app/transfers/fitting.ts';
import type { ImportSummary, OnConflict } from '../../app/transfers/transfers.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { Choices } from './Choices.tsx';
import { FitChoices } from './FitChoices.tsx';
import { conflictWords, noteWords, skippedWords, summaryWords } from './import-words.ts';

/** Lines shown of a long list; the rest is counted. */
const MOST_LINES = 50;

/** What was found, what could not be used and why, and the last word before anything changes. */
export function ImportReport({ summary }: { readonly summary: ImportSummary }) {
  const annotator = useAnnotator();
  const [onConflict, setOnConflict] = useState<OnConflict>('add');
  const { result, objects, conflicts, misfits } = summary;
  const [fit, setFit] = useState<FitChoice>(() => usualFit(misfits));
  const isNothing = objects === 0;
  const taken = objects - leftOut(misfits, fit);
  const { boxes, unlabelled } = result;
  return (
    <div className="data-form">
      <p>{isNothing ? t('importDialog.nothing') : summaryWords(summary)}</p>
      {boxes > 0 && <p className="hint">{t('importDialog.boxes', { count: boxes })}</p>}
      {conflicts > 0 && (
        <Choices
          legend={t('importDialog.conflict', { photos: conflicts })}
          words={conflictWords()}
          value={onConflict}
          onChange={setOnConflict}
        />
      )}
      <FitChoices misfits={misfits} value={fit} onChange={setFit} />
      <Lines title={t('importDialog.missing')} lines={result.unmatched} />
      <Lines title={t('importDialog.skipped')} lines={result.skipped.map(skippedWords)} />
      <Lines title={t('importDialog.notes')} lines={result.notes.map(noteWords)} />
      {unlabelled > 0 && (
        <p className="hint">{t('importDialog.unlabelled', { count: unlabelled })}</p>
      )}
      <div className="data-actions">
        <button type="button" className="button" onClick={() => annotator.cancelImport()}>
          {t('importDialog.others')}
        </button>
        {taken > 0 && (
          <button
            type="button"
            className="button primary"
            onClick={() => void annotator.takeLabels(onConflict, fit)}
          >
            {t('importDialog.take', { count: taken })}
          </button>
        )}
      </div>
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="data-plan" aria-label={title}>
      <h3>
        {title} ({lines.length})
      </h3>
      <ul>
        {lines.slice(0, MOST_LINES).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > MOST_LINES && (
          <li className="hint">{t('importDialog.more', { more: lines.length - MOST_LINES })}</li>
        )}
      </ul>
    </section>
  );
}
