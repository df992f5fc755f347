import type { KeepProblem } from '../../offline/protocol.ts';
import type { Impossible, OfflineUse } from '../../offline/status.ts';
import { t } from '../../words/words.ts';
import { formatBytes, formatBytesOf } from '../kit/format.ts';

/** In one sentence; null while nobody knows yet. */
export function offlineWords(use: OfflineUse): string | null {
  switch (use.kind) {
    case 'unknown':
    case 'saves-data':
      return null;
    case 'keeping':
      return use.totalBytes > 0
        ? t('offlineUse.keepingAt', { progress: formatBytesOf(use.keptBytes, use.totalBytes) })
        : t('offlineUse.keeping');
    case 'ready':
      return t('offlineUse.ready', { size: formatBytes(use.bytes) });
    case 'failed':
      return t('offlineUse.failed', { reason: problemWords(use.problem) });
    case 'impossible':
      return t('offlineUse.impossible', { reason: impossibleWords(use.reason) });
  }
}

/** A few words where there is no room for the reason. */
export function shortOfflineWords(use: OfflineUse): string | null {
  if (use.kind === 'failed') return t('offlineUse.failedShort');
  return use.kind === 'impossible' ? null : offlineWords(use);
}

function impossibleWords(reason: Impossible): string {
  if (reason.kind !== 'refused') return t(`offlineUse.impossibilities.${reason.kind}`);
  return reason.detail === ''
    ? t('offlineUse.impossibilities.refused')
    : t('offlineUse.impossibilities.refusedDetail', { detail: reason.detail });
}

function problemWords(problem: KeepProblem): string {
  switch (problem.kind) {
    case 'missing-file':
      return problem.status === 0
        ? t('offlineUse.problems.connection', { file: problem.file })
        : t('offlineUse.problems.missing', { file: problem.file, status: problem.status });
    case 'corrupt-file':
      return t('offlineUse.problems.corrupt', { file: problem.file });
    case 'shell':
      return t('offlineUse.problems.shell');
    case 'no-storage':
      return t('offlineUse.problems.noStorage');
    case 'no-room':
      return t('offlineUse.problems.noRoom');
    case 'other':
      return t('offlineUse.problems.other', { detail: problem.detail });
  }
}
