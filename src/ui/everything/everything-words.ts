import type { EverythingPhase } from '../../app/state/everything.ts';
import { t } from '../../words/words.ts';
import { formatTime } from '../kit/format.ts';

/** "312 of 1,024 points · 41 masks · about 1 min left". */
export function progressWords(
  { progress, startedAt }: Extract<EverythingPhase, { kind: 'running' }>,
  now: number,
): string {
  if (!progress) return t('everythingPanel.starting');
  const { done, total, found } = progress;
  const points = t('everythingPanel.points', { done, total });
  const masks = t('everythingPanel.masks', { count: found });
  return [points, masks, leftWords(done, total, now - startedAt)].filter(Boolean).join(' · ');
}

/** How a run ended. */
export function endWords(phase: Exclude<EverythingPhase, { kind: 'off' | 'running' }>): string {
  switch (phase.kind) {
    case 'cancelled': {
      const { progress } = phase;
      if (!progress) return t('everythingPanel.cancelledBefore');
      return t('everythingPanel.cancelled', { done: progress.done, total: progress.total });
    }
    case 'failed':
      return t('everythingPanel.failed', { reason: phase.reason });
    case 'done':
      if (phase.found > 0) return t('everythingPanel.about');
      return phase.known > 0
        ? t('everythingPanel.nothingNew', { count: phase.known })
        : t('everythingPanel.nothing');
  }
}

export function toDecideWords(shown: number, aside: number): string {
  return aside > 0
    ? t('everythingPanel.toDecideAndAside', { shown, aside })
    : t('everythingPanel.toDecide', { shown });
}

/** Nothing until enough is done for a guess. */
export function leftWords(done: number, total: number, elapsed: number): string {
  if (elapsed < GUESS_FROM || done === 0) return '';
  const left = (elapsed / done) * (total - done);
  return t('format.timeLeft', { time: formatTime(Math.max(1, left / 1000)) });
}

const GUESS_FROM = 1500;
