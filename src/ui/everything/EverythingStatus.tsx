import type { EverythingPhase } from '../../app/everything/everything-verbs.ts';
import { useAnnotator, useDocument, useView } from '../annotator.ts';
import { keepFocus } from '../IconButton.tsx';
import { useNow } from '../use-now.ts';
import { pointsWords, progressWords } from './everything-words.ts';

/** What the run does, or how the last one on this photo ended. */
export function EverythingStatus() {
  const phase = useView((view) => view.everything);
  const photoId = useView((view) => view.photo?.id);
  const hasProposals = useDocument((state) => (state.proposals[photoId ?? '']?.length ?? 0) > 0);
  if (phase.kind === 'running') return <RunningLine phase={phase} />;
  if (hasProposals) return null;
  const words = phase.kind !== 'off' && phase.photoId === photoId ? endWords(phase) : IDLE;
  return (
    <p className={phase.kind === 'failed' ? 'everything-failed' : 'hint'} role="status">
      {words}
    </p>
  );
}

const IDLE =
  'Asks the model at every point of a grid, and proposes what it finds. Nothing becomes an object unless you accept it.';

function endWords(phase: Exclude<EverythingPhase, { kind: 'off' | 'running' }>): string {
  switch (phase.kind) {
    case 'cancelled':
      return phase.progress
        ? `Cancelled at ${pointsWords(phase.progress)} points. Nothing was changed.`
        : 'Cancelled before it began. Nothing was changed.';
    case 'failed':
      return `It stopped: ${phase.reason}`;
    case 'done':
      return phase.found > 0 ? IDLE : NOTHING;
  }
}

const NOTHING =
  'Nothing was good enough. Lower “predicted IoU” or “stability” in the options, or ask for more points.';

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
        {shownId === phase.photoId ? 'Finding everything' : `Finding everything on ${photoName}`}
      </p>
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={() => annotator.cancelEverything()}
      >
        Cancel <kbd className="wide-only">Esc</kbd>
      </button>
      <progress className="visually-hidden" aria-label="Finding everything" value={share} />
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <p className="hint everything-figures">{progressWords(phase, now)}</p>
    </div>
  );
}
