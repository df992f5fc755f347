import { t } from '../../words/words.ts';
import { UNSURE_BELOW } from './candidates.ts';

/** Beside a best candidate that the model itself does not trust. */
export function Unsure() {
  return (
    <span className="unsure" title={t('shell.prompt.unsureWhy', { iou: UNSURE_BELOW })}>
      {t('shell.prompt.unsure')}
    </span>
  );
}
