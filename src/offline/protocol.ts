import type { FileProblem } from '../models/file-problem.ts';

/** `offline.json`, which the build writes. */
export interface OfflineList {
  /** What the service worker keeps when it is installed: page, scripts, samples. */
  readonly shellBytes: number;
  /** Everything else, with paths from the page's folder; their names change with their content. */
  readonly files: readonly OfflineFile[];
}

export interface OfflineFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** No use without WebGPU. */
  readonly webgpu: boolean;
}

export const LIST_NAME = 'offline.json';

/** Why the app is not, or not wholly, kept for offline use. */
export type KeepProblem =
  | FileProblem
  /** The page itself could not be kept. */
  | { readonly kind: 'shell' }
  | { readonly kind: 'no-storage' | 'no-room' }
  | { readonly kind: 'other'; readonly detail: string };

export type KeepOutcome =
  | { readonly ok: true; readonly bytes: number }
  | { readonly ok: false; readonly problem: KeepProblem };

export type OnKept = (keptBytes: number, totalBytes: number) => void;

/** What the keeping worker offers; it serves once. */
export interface KeepWorker {
  /** `base`: absolute address of the page's folder. Goes on where it was broken off. */
  keep(base: string, withWebgpu: boolean, onKept: OnKept): Promise<KeepOutcome>;
}

/** What the page may tell the service worker. */
export type ServiceMessage =
  /** Take over from the version before. */
  | 'take-over'
  /** Let go of what only older versions need. */
  | 'clean-up';

/** Name of the lock that every open page holds; `version` is the address of its script. */
export function pageLock(base: string, version: string): string {
  return `page of ${base} ${version}`;
}

/** The version in the name of such a lock; null for any other lock. Pure. */
export function versionIn(lock: string, base: string): string | null {
  const start = pageLock(base, '');
  return lock.startsWith(start) ? lock.slice(start.length) : null;
}

/** Addresses of kept files that this version has no use for: those that lie where it has its own. Pure. */
export function staleFiles(kept: readonly string[], listed: readonly string[]): readonly string[] {
  const wanted = new Set(listed);
  const folders = new Set(listed.map(folderOf));
  return kept.filter((url) => !wanted.has(withoutQuery(url)) && folders.has(folderOf(url)));
}

/** Parts of a file have its address with a query. */
function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url;
}

function folderOf(url: string): string {
  return new URL('.', url).href;
}
