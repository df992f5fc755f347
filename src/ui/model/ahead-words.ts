import { type AheadState, millisecondsLeft } from '../../app/model/ahead-state.ts';
import { t } from '../../words/words.ts';
import { formatTime } from '../kit/format.ts';

/** "Encoding all photos: 12 of 240 · about 6 min left"; `now` is performance.now(). */
export function aheadWords(state: AheadState, now: number): string {
  const { scope, done, waiting, stopped, isPaused } = state;
  if (stopped) {
    const reason = t(`encodingAhead.stopReasons.${stopped}`);
    return t(`encodingAhead.${scope}.stopped`, { reason });
  }
  const total = done + waiting;
  if (waiting === 0 && !isPaused) return t(`encodingAhead.${total > 0 ? 'done' : 'none'}`);
  const count =
    total > 0
      ? t(`encodingAhead.${scope}.count`, { done, total })
      : t(`encodingAhead.${scope}.running`);
  return [count, paceWords(state, now)].filter(Boolean).join(' · ');
}

/** Why it stands still, or how long it takes; empty while nobody knows. */
function paceWords(state: AheadState, now: number): string {
  if (state.isPaused) return t('encodingAhead.paused');
  if (state.step !== 'encoding') return t('encodingAhead.holding');
  const left = millisecondsLeft(state, now);
  return left === null ? '' : t('format.timeLeft', { time: formatTime(left / 1000) });
}

/** Says which photos are skipped; empty when there are none. */
export function failedWords(names: readonly string[]): string {
  const [first] = names;
  return first === undefined ? '' : t('encodingAhead.failed', { count: names.length, first });
}
