import { t } from '../../words/words.ts';
import { useAhead, useAnnotator, useDocument, useEngine, useView } from '../kit/annotator.ts';
import { useNow } from '../kit/use-now.ts';
import { aheadWords, failedWords } from './ahead-words.ts';

/** What becomes of the photos that are not in hand, and the verbs for it. */
export function EncodingAhead() {
  const state = useAhead((ahead) => ahead);
  const now = useNow(state.step === 'encoding');
  const hasPhotos = useDocument(({ photos }) => photos.length > 1);
  const hasDisk = useEngine((status) => status.cache.disk.trouble !== 'no-storage');
  const isKept = useView((view) => view.diskLimit > 0);
  if (!hasDisk || !isKept || !hasPhotos) return null;
  const { done, waiting } = state;
  return (
    <section className="cache" aria-label={t('encodingAhead.title')}>
      <span>{aheadWords(state, now)}</span>
      {waiting > 0 && (
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * done) / (done + waiting)}%` }} />
        </span>
      )}
      <Failed />
      <Verbs />
    </section>
  );
}

function Verbs() {
  const annotator = useAnnotator();
  const isAll = useAhead(({ scope }) => scope === 'all');
  return (
    <div className="ahead-verbs">
      <PauseButton />
      {isAll ? (
        <button type="button" className="button quiet" onClick={() => annotator.cancelAhead()}>
          {t('encodingAhead.onlyNext')}
        </button>
      ) : (
        <button type="button" className="button quiet" onClick={() => annotator.encodeAll()}>
          {t('encodingAhead.encodeAll')}
        </button>
      )}
    </div>
  );
}

export function PauseButton() {
  const annotator = useAnnotator();
  const isPaused = useAhead((ahead) => ahead.isPaused || ahead.stopped !== null);
  return (
    <button
      type="button"
      className="button quiet"
      onClick={() => (isPaused ? annotator.resumeAhead() : annotator.pauseAhead())}
    >
      {t(isPaused ? 'encodingAhead.resume' : 'encodingAhead.pause')}
    </button>
  );
}

function Failed() {
  const failed = useAhead((ahead) => ahead.failed);
  const photos = useDocument((state) => state.photos);
  const names = photos.filter(({ id }) => failed.includes(id)).map(({ name }) => name);
  const words = failedWords(names);
  return words && <p className="hint">{words}</p>;
}
