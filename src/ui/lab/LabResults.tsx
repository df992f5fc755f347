import type { LabResult } from '../../app/lab/lab-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useLab } from '../kit/annotator.ts';

/** Each model's mask of the degraded photo against the truth. */
export function LabResults() {
  const results = useLab((lab) => lab.results);
  if (!results) return null;
  const { objectName, all } = results;
  return (
    <section aria-label={t('lab.title')}>
      <p className="hint">
        {objectName === null ? t('lab.truth.live') : t('lab.truth.object', { name: objectName })}
      </p>
      <table className="compare-figures lab-figures">
        <thead>
          <tr>
            <th scope="col">{t('lab.model')}</th>
            <th scope="col">{t('lab.iou')}</th>
            <th scope="col">{t('lab.boundaryIou')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((result) => (
            <Row key={result.subject} result={result} />
          ))}
        </tbody>
      </table>
      <p className="lab-legend">
        <span data-part="common">{t('lab.legend.common')}</span>
        <span data-part="missed">{t('lab.legend.missed')}</span>
        <span data-part="surplus">{t('lab.legend.surplus')}</span>
      </p>
    </section>
  );
}

function Row({ result: { subject, iou, boundaryIou } }: { readonly result: LabResult }) {
  const annotator = useAnnotator();
  const isShown = useLab((lab) => lab.shownSubject === subject);
  const name = t(`lab.subjects.${subject}`);
  return (
    <tr>
      <th scope="row">
        <label className="mask-check">
          <input
            type="checkbox"
            aria-label={t('lab.show', { model: name })}
            checked={isShown}
            onChange={({ target }) => annotator.showLabDifference(target.checked ? subject : null)}
          />
          <span>{name}</span>
        </label>
      </th>
      <td>{iou.toFixed(3)}</td>
      <td>{boundaryIou.toFixed(3)}</td>
    </tr>
  );
}
