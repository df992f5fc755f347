import { Images } from 'lucide-react';
import { wantedPhotoId } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { useDocument, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';

/** "3 / 12": shows and hides the filmstrip. */
export function PhotoCounter() {
  const chrome = useChrome();
  const shownId = useView(wantedPhotoId);
  const photos = useDocument((state) => state.photos);
  if (photos.length === 0) return null;
  const number = photos.findIndex(({ id }) => id === shownId) + 1;
  return (
    <button
      type="button"
      className="counter"
      aria-expanded={chrome.isFilmstripOpen}
      aria-label={t('filmstrip.counter', { number, of: photos.length })}
      onClick={chrome.toggleFilmstrip}
    >
      <Images aria-hidden size={16} strokeWidth={1.75} />
      {number} / {photos.length}
    </button>
  );
}
