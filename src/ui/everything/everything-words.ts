import type { EverythingPhase } from '../../app/everything/everything-verbs.ts';
import type { EverythingProgress } from '../../engine/everything.ts';
import { formatDuration } from '../format.ts';

/** "312 of 1,024 points · 41 masks · about 1 min left". */
export function progressWords(
  { progress, startedAt }: Extract<EverythingPhase, { kind: 'running' }>,
  now: number,
): string {
  if (!progress) return 'Starts as soon as the photo is encoded…';
  const { done, total, found } = progress;
  const masks = `${found.toLocaleString('en')} ${found === 1 ? 'mask' : 'masks'}`;
  const parts = [`${pointsWords(progress)} points`, masks, leftWords(done, total, now - startedAt)];
  return parts.filter(Boolean).join(' · ');
}

/** "312 of 1,024". */
export function pointsWords({ done, total }: EverythingProgress): string {
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
}

/** Nothing until enough is done for a guess. */
function leftWords(done: number, total: number, elapsed: number): string {
  if (elapsed < GUESS_FROM || done === 0) return '';
  const left = (elapsed / done) * (total - done);
  if (left < 60_000)
    return `about ${formatDuration(Math.max(1000, Math.round(left / 1000) * 1000))} left`;
  return `about ${Math.round(left / 60_000)} min left`;
}

const GUESS_FROM = 1500;

/** How many points a run asks, all layers together. */
export function pointsOf(grid: {
  readonly pointsPerSide: number;
  readonly cropLayers: number;
  readonly cropPointsDivisor: number;
}): number {
  let points = 0;
  for (let layer = 0; layer <= grid.cropLayers; layer++) {
    const perSide = Math.max(1, Math.trunc(grid.pointsPerSide / grid.cropPointsDivisor ** layer));
    points += 4 ** layer * perSide ** 2;
  }
  return points;
}
