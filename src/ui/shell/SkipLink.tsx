import { t } from '../../words/words.ts';
import { focusContent } from '../kit/places.ts';

/** The first stop of Tab: past the top bar to the photo, or to what opens one. */
export function SkipLink() {
  return (
    <button type="button" className="button skip-link" onClick={focusContent}>
      {t('shell.skip')}
    </button>
  );
}
