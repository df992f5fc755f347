import { objectsOf } from '../../app/state/questions.ts';
import type { ViewState } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { useListed } from '../photos/use-listed.ts';

/** Offered where the photo before has objects. */
export function CopyFromPrevious() {
  const annotator = useAnnotator();
  const keys = useKeyWords('copyFromPrevious');
  const listed = useListed();
  const shownId = useView((view) => view.photo?.id);
  const copying = useView((view) => view.copyingFromPrevious);
  const before = listed[listed.findIndex(({ id }) => id === shownId) - 1];
  const count = useDocument((state) => objectsOf(state, before?.id).length);
  if (copying) {
    return (
      <div className="copying" role="status">
        {progressWords(copying)}
        <button
          type="button"
          className="button quiet"
          onClick={() => annotator.cancelCopyFromPrevious()}
        >
          {t(copying.photos ? 'objects.onward.stop' : 'objects.previous.cancel')}
        </button>
      </div>
    );
  }
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="button quiet"
      title={originWords(before?.name ?? '', keys)}
      onClick={() => void annotator.copyFromPrevious()}
    >
      {t('objects.previous.copy', { count })}
    </button>
  );
}

function originWords(name: string, keys: string | null): string {
  return keys
    ? t('objects.previous.fromKeys', { name, keys })
    : t('objects.previous.from', { name });
}

function progressWords({
  done,
  of,
  photos,
}: NonNullable<ViewState['copyingFromPrevious']>): string {
  if (!photos) return t('objects.previous.progress', { number: done + 1, of });
  const place = { photo: photos.done + 1, photos: photos.of };
  // Not there yet: the photo is being read.
  if (of === 0) return t('objects.onward.next', place);
  return t('objects.onward.progress', { ...place, number: done + 1, of });
}
