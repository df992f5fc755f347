import { useCallback } from 'react';
import type { ExportChoice } from '../../app/data/transfers.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../annotator.ts';
import { formatBytes } from '../format.ts';
import { failureWords } from './export-words.ts';
import { useSettled } from './use-settled.ts';

/** The files that one photo puts into the zip, made for real and not kept. */
export function ExportPlan({ choice }: { readonly choice: ExportChoice }) {
  const annotator = useAnnotator();
  const look = useCallback(() => annotator.planExport(choice), [annotator, choice]);
  const plan = useSettled(look);
  const alike = (plan.value?.photos ?? 0) - 1;
  return (
    <section
      className="data-plan"
      aria-label={t('exportDialog.contents')}
      aria-busy={plan.isPending}
    >
      <h3>{t('exportDialog.contents')}</h3>
      {plan.isPending && <p className="hint">{t('exportDialog.planning')}</p>}
      {plan.failure && (
        <p className="data-failure">{failureWords({ kind: 'other', detail: plan.failure })}</p>
      )}
      {plan.value && (
        <ul>
          {plan.value.files.map(({ path, bytes }) => (
            <li key={path}>
              <span>{path}</span>
              <span className="data-bytes">{formatBytes(bytes)}</span>
            </li>
          ))}
          {alike > 0 && <li className="hint">{t('exportDialog.alike', { count: alike })}</li>}
        </ul>
      )}
    </section>
  );
}
