import { objectsOf } from '../../app/state/questions.ts';
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
        {t('objects.previous.progress', { number: copying.done + 1, of: copying.of })}
        <button
          type="button"
          className="button quiet"
          onClick={() => annotator.cancelCopyFromPrevious()}
        >
          {t('objects.previous.cancel')}
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
