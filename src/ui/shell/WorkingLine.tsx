import { useEngine, useView } from '../kit/annotator.ts';
import { useNow } from '../kit/use-now.ts';
import { isBusy, phaseProgress } from '../model/engine-words.ts';

/** A thin line over the stage while something runs; the status line says in words what. */
export function WorkingLine() {
  const phase = useEngine((status) => status.phase);
  const opening = useView((view) => view.opening);
  const now = useNow(phase.kind === 'encoding');
  if (!opening && (!isBusy(phase) || phase.kind === 'decoding')) return null;
  const progress = opening ? null : phaseProgress(phase, now);
  return (
    <div className="working-line" data-known={progress !== null} aria-hidden="true">
      <span style={progress === null ? undefined : { inlineSize: `${progress * 100}%` }} />
    </div>
  );
}
