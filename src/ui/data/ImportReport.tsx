import { useState } from 'react';
import type { ImportSummary, OnConflict } from '../../app/data/transfers.ts';
import { useAnnotator } from '../annotator.ts';
import { Choices } from './Choices.tsx';
import {
  boxWords,
  CONFLICT_WORDS,
  IMPORT,
  moreWords,
  skippedWords,
  summaryWords,
  takeWords,
} from './import-words.ts';

/** Lines shown of a long list; the rest is counted. */
const MOST_LINES = 50;

/** What was found, what could not be used and why, and the last word before anything changes. */
export function ImportReport({ summary }: { readonly summary: ImportSummary }) {
  const annotator = useAnnotator();
  const [onConflict, setOnConflict] = useState<OnConflict>('add');
  const { result, objects, conflicts } = summary;
  const isNothing = objects === 0;
  const boxes = boxWords(result.boxes);
  return (
    <div className="data-form">
      <p>{isNothing ? IMPORT.nothing : summaryWords(summary)}</p>
      {boxes && <p className="hint">{boxes}</p>}
      {conflicts > 0 && (
        <Choices
          legend={`${IMPORT.conflict} (${conflicts})`}
          words={CONFLICT_WORDS}
          value={onConflict}
          onChange={setOnConflict}
        />
      )}
      <Lines title={IMPORT.missing} lines={result.unmatched} />
      <Lines title={IMPORT.skipped} lines={result.skipped.map(skippedWords)} />
      <div className="data-actions">
        <button type="button" className="button" onClick={() => annotator.cancelImport()}>
          {IMPORT.others}
        </button>
        {!isNothing && (
          <button
            type="button"
            className="button primary"
            onClick={() => void annotator.takeLabels(onConflict)}
          >
            {takeWords(objects)}
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
          <li className="hint">{moreWords(lines.length - MOST_LINES)}</li>
        )}
      </ul>
    </section>
  );
}
