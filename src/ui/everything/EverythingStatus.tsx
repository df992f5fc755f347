import type { EverythingPhase } from '../../app/state/everything.ts';
import { proposalsOn } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { chordWords } from '../actions/key-words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { useNow } from '../kit/use-now.ts';
import { endWords, progressWords } from './everything-words.ts';

/** What the run does, or how the last one on this photo ended. */
export function EverythingStatus() {
  const phase = useView((view) => view.everything);
  const photo = useView((view) => view.photo);
  const hasProposals = useDocument((state) => proposalsOn(state, { photo }).length > 0);
  if (phase.kind === 'running') return <RunningLine phase={phase} />;
  if (hasProposals) return null;
  const isOfPhoto = phase.kind !== 'off' && phase.photoId === photo?.id;
  return (
    <p className={phase.kind === 'failed' ? 'everything-failed' : 'hint'} role="status">
      {isOfPhoto ? endWords(phase) : t('everythingPanel.about')}
    </p>
  );
}

/** Also above the stage, where the panel is closed. */
export function RunningLine({
  phase,
}: {
  readonly phase: Extract<EverythingPhase, { kind: 'running' }>;
}) {
  const annotator = useAnnotator();
  const now = useNow(true);
  const shownId = useView((view) => view.photo?.id);
  const photoName = useDocument(
    (state) => state.photos.find(({ id }) => id === phase.photoId)?.name,
  );
  const share = phase.progress ? phase.progress.done / phase.progress.total : 0;
  return (
    <div className="everything-running">
      <p role="status">
        {shownId === phase.photoId
          ? t('everythingPanel.running')
          : t('everythingPanel.runningOn', { photo: photoName ?? '' })}
      </p>
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={() => annotator.cancelEverything()}
      >
        {t('everythingPanel.cancel')} <kbd className="wide-only">{chordWords('Escape')}</kbd>
      </button>
      <progress
        className="visually-hidden"
        aria-label={t('everythingPanel.running')}
        value={share}
      />
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <p className="hint everything-figures">{progressWords(phase, now)}</p>
    </div>
  );
}
