import { WriteRefused } from './project-store.ts';

/** `kept`: everything is on the disk. */
export type SaveStatus = { readonly kind: 'kept' } | Saving | SaveFailure;

interface Saving {
  readonly kind: 'saving';
  /** How much of it is written, 0 to 100; absent: it is a matter of a moment, or has just begun. */
  readonly done?: number;
}

export interface SaveFailure {
  readonly kind: 'failed';
  /**
   * The disk, or the browser's share of it, is full; another page has taken the project; a newer
   * version of the app has the database; the browser refuses.
   */
  readonly reason: 'full' | 'taken' | 'newer' | 'refused';
  readonly detail: string;
}

export function failureOf(error: unknown): SaveFailure {
  return { kind: 'failed', reason: reasonOf(error), detail: String(error) };
}

function reasonOf(error: unknown): SaveFailure['reason'] {
  if (error instanceof WriteRefused && error.reason === 'taken') return 'taken';
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'refused';
}

/** What the person has to know of several things that are saved side by side. */
export function worstOf(...all: readonly SaveStatus[]): SaveStatus {
  const byUrgency = ['failed', 'saving', 'kept'] as const;
  const worst = byUrgency.find((kind) => all.some((status) => status.kind === kind));
  return all.find(({ kind }) => kind === worst) ?? { kind: 'kept' };
}
