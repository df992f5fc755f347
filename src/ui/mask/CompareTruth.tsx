import { shownName } from '../../app/objects/object-name.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useObjects } from '../kit/annotator.ts';
import { useComparedTruth } from './use-compared-truth.ts';

/** Which object both masks are held against: one that was accepted or imported. */
export function CompareTruth() {
  const annotator = useAnnotator();
  const objects = useObjects();
  const truth = useComparedTruth();
  if (objects.length === 0) return null;
  return (
    <label className="field">
      {t('comparePanel.truth')}
      <select
        value={truth?.id ?? ''}
        onChange={({ target }) => annotator.setComparedTruth(target.value || null)}
      >
        <option value="">{t('comparePanel.noTruth')}</option>
        {objects.map((object) => (
          <option key={object.id} value={object.id}>
            {shownName(object)}
          </option>
        ))}
      </select>
    </label>
  );
}
