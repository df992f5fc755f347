import type { PromptPoint } from '../api.ts';
import type { KeptMask } from './types.ts';

/** What a person has made of a photo. */
export interface Work {
  /** The clicks in hand. */
  readonly points: readonly PromptPoint[];
  readonly kept: readonly KeptMask[];
}

/** The work and all states before it. */
export interface History {
  readonly now: Work;
  readonly before: readonly Work[];
}

export const NOTHING_DONE: History = { now: { points: [], kept: [] }, before: [] };

export function withPoint(history: History, point: PromptPoint): History {
  const { now } = history;
  return step(history, { ...now, points: [...now.points, point] });
}

/** The clicks in hand become the mask that they made. */
export function withKept(history: History, mask: KeptMask): History {
  return step(history, { points: [], kept: [...history.now.kept, mask] });
}

/** The same where no click is in hand. */
export function withoutPoints(history: History): History {
  return history.now.points.length > 0 ? step(history, { ...history.now, points: [] }) : history;
}

/** The same where nothing was done. */
export function undone(history: History): History {
  const now = history.before.at(-1);
  return now ? { now, before: history.before.slice(0, -1) } : history;
}

function step({ now, before }: History, next: Work): History {
  return { now: next, before: [...before, now] };
}
