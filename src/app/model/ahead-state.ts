import type { DiskTrouble } from '../../engine/protocol.ts';

/** What becomes of the photos that are not in hand. */
export interface AheadState {
  /** The next few photos, or all of the project because the person has asked for it. */
  readonly scope: 'near' | 'all';
  readonly isPaused: boolean;
  /** `holding`: until nobody waits for the engine. */
  readonly step: 'idle' | 'holding' | 'encoding';
  /** Photo id of the one under way. */
  readonly current: string | null;
  /** performance.now() when it was begun. */
  readonly startedAt: number | null;
  /** Photos of the scope that are on disk. */
  readonly done: number;
  /** Those that are not yet. */
  readonly waiting: number;
  /** What one takes, decoding included; null before the first. */
  readonly millisecondsEach: number | null;
  /** Ids of photos that can't be read; they are skipped. */
  readonly failed: readonly string[];
  /** Why it won't go on automatically; null while it would. */
  readonly stopped: DiskTrouble | 'engine' | null;
}

export function nothingAhead(isPaused: boolean): AheadState {
  return {
    scope: 'near',
    isPaused,
    step: 'idle',
    current: null,
    startedAt: null,
    done: 0,
    waiting: 0,
    millisecondsEach: null,
    failed: [],
    stopped: null,
  };
}

/** Until all are done; null while nobody knows. */
export function millisecondsLeft(
  { waiting, millisecondsEach, startedAt }: AheadState,
  now: number,
): number | null {
  if (millisecondsEach === null) return null;
  const spent = startedAt === null ? 0 : Math.min(now - startedAt, millisecondsEach);
  return waiting * millisecondsEach - spent;
}
