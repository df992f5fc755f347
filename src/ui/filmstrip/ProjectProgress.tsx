import { t } from '../../words/words.ts';
import { useDocument } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';

/** How many photos of the project are done; more about them behind it. */
export function ProjectProgress() {
  const chrome = useChrome();
  const of = useDocument((state) => state.photos.length);
  const done = useDocument(({ photos, done }) => photos.filter(({ id }) => done[id]).length);
  return (
    <button
      type="button"
      className="project-progress"
      title={t('filmstrip.statistics')}
      onClick={() => chrome.show('statistics')}
    >
      <span>{t('filmstrip.progress', { done, of })}</span>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * done) / of}%` }} />
      </span>
    </button>
  );
}
