import type { KeepProblem } from './protocol.ts';

/** Why this page can't be kept for offline use at all. */
export type Impossible =
  | { readonly kind: 'development' | 'insecure' | 'unsupported' }
  | { readonly kind: 'refused'; readonly detail: string };

export type OfflineUse =
  | { readonly kind: 'unknown' }
  /** Nobody asked for it, and the browser is set to load little. */
  | { readonly kind: 'saves-data' }
  | { readonly kind: 'impossible'; readonly reason: Impossible }
  | { readonly kind: 'keeping'; readonly keptBytes: number; readonly totalBytes: number }
  | { readonly kind: 'ready'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly problem: KeepProblem };

export interface OfflineStatus {
  readonly use: OfflineUse;
  /** A newer version is here and waits for the person's consent. */
  readonly hasUpdate: boolean;
}

export const NOTHING_KNOWN: OfflineStatus = { use: { kind: 'unknown' }, hasUpdate: false };
