import type { Impossible, OfflineUse } from '../offline/client.ts';
import type { KeepProblem } from '../offline/protocol.ts';
import { formatBytes, formatBytesOf } from './format.ts';

/** In one sentence; null while nobody knows yet. */
export function offlineWords(use: OfflineUse): string | null {
  switch (use.kind) {
    case 'unknown':
      return null;
    case 'keeping':
      return use.totalBytes > 0
        ? `Keeping for offline use ${formatBytesOf(use.keptBytes, use.totalBytes)}`
        : 'Keeping for offline use';
    case 'ready':
      return `Works offline · ${formatBytes(use.bytes)} kept`;
    case 'failed':
      return `Not everything is kept for offline use: ${problemWords(use.problem)}`;
    case 'impossible':
      return `Offline use isn’t possible here: ${impossibleWords(use.reason)}`;
  }
}

/** A few words where there is no room for the reason. */
export function shortOfflineWords(use: OfflineUse): string | null {
  if (use.kind === 'failed') return 'Not kept for offline use';
  return use.kind === 'impossible' ? null : offlineWords(use);
}

function impossibleWords(reason: Impossible): string {
  switch (reason.kind) {
    case 'development':
      return 'this is the development server.';
    case 'insecure':
      return 'the page came over plain http. Open it over https or on localhost.';
    case 'unsupported':
      return 'this browser offers no service workers. A private window may be the reason.';
    case 'refused':
      return `the browser refuses the app’s service worker${reason.detail && ` (${reason.detail})`}.`;
  }
}

function problemWords(problem: KeepProblem): string {
  switch (problem.kind) {
    case 'missing-file':
      return problem.status === 0
        ? `the connection broke at ${problem.file}. What has come stays.`
        : `the server has no ${problem.file} (it answered ${problem.status}).`;
    case 'corrupt-file':
      return `${problem.file} came damaged or of another version, so it was dropped.`;
    case 'shell':
      return 'a part of the page itself could not be fetched, or there is no room for it.';
    case 'no-storage':
      return 'this browser gives the page no storage. A private window may be the reason.';
    case 'no-room':
      return 'there is not enough room. Free some disk space.';
    case 'other':
      return `${problem.detail}.`;
  }
}
