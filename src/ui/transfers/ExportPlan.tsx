import { useCallback } from 'react';
import type { ExportChoice } from '../../app/transfers/transfers.ts';
import type { PlannedFile } from '../../formats/protocol.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { formatBytes } from '../kit/format.ts';
import { failureWords } from './export-words.ts';
import { useSettled } from './use-settled.ts';

/** The files that one photo puts into the zip, made for real and not kept. */
export function ExportPlan({ choice }: { readonly choice: ExportChoice }) {
  const annotator = useAnnotator();
  const look = useCallback(() => annotator.planExport(choice), [annotator, choice]);
  const plan = useSettled(look);
  const files = plan.value?.files ?? [];
  const own = files.filter(({ isShared }) => !isShared);
  const shared = files.filter(({ isShared }) => isShared);
  const alike = own.length > 0 ? (plan.value?.photos ?? 0) - 1 : 0;
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
          {own.map((file) => (
            <PlanLine key={file.path} {...file} />
          ))}
          {alike > 0 && <li className="hint">{t('exportDialog.alike', { count: alike })}</li>}
          {shared.map((file) => (
            <PlanLine key={file.path} {...file} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PlanLine({ path, bytes }: PlannedFile) {
  return (
    <li>
      <span>{path}</span>
      <span className="data-bytes">{formatBytes(bytes)}</span>
    </li>
  );
}
