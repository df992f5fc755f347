import { type AheadState, millisecondsLeft } from '../app/engine/ahead-state.ts';
import type { DiskTrouble } from '../engine/protocol.ts';
import { formatTime } from './format.ts';

/** Why embeddings don't outlast the page. */
export function diskTroubleWords(trouble: DiskTrouble): string {
  switch (trouble) {
    case 'no-storage':
      return 'This browser gives the page no files of its own, as in a private window: embeddings are kept as long as the page is open.';
    case 'full':
      return 'There is no room for more on the disk.';
    case 'failed':
      return 'The browser can’t write to the disk: new embeddings are kept as long as the page is open.';
  }
}

const STOPPED: Readonly<Record<NonNullable<AheadState['stopped']>, string>> = {
  full: 'no more embeddings fit on the disk. A higher limit helps',
  failed: 'the browser doesn’t keep what is written to the disk',
  'no-storage': 'this browser gives the page no files of its own',
  engine: 'the model could not run beside your work',
};

/** "Encoding all photos: 12 of 240 · about 6 min left"; `now` is performance.now(). */
export function aheadWords(state: AheadState, now: number): string {
  const { scope, done, waiting, stopped, isPaused, step } = state;
  const what = scope === 'all' ? 'Encoding all photos' : 'Encoding ahead';
  if (stopped) return `${what} stopped: ${STOPPED[stopped]}.`;
  const total = done + waiting;
  const count = total > 0 ? `${what}: ${done} of ${total}` : what;
  if (isPaused) return `${count} · paused`;
  if (waiting === 0)
    return total > 0 ? 'The next photos are encoded.' : 'No photo to encode ahead.';
  if (step !== 'encoding') return `${count} · waits while you work`;
  const left = millisecondsLeft(state, now);
  return left === null ? count : `${count} · about ${formatTime(left / 1000)} left`;
}

/** Of photos that are skipped; empty when there are none. */
export function failedWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  const [first] = names;
  return names.length === 1
    ? `${first} can’t be read and was skipped.`
    : `${names.length} photos can’t be read and were skipped, ${first} first.`;
}
