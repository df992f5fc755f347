import { t } from '../words/words.ts';
import type { SetProblem } from './problems.ts';

/** What is wrong and what to do about it, in plain words. */
export function describeSetProblem(problem: SetProblem): string {
  switch (problem.kind) {
    case 'no-storage':
      return t('sets.problems.noStorage');
    case 'not-a-zip':
      return t('sets.problems.notAZip');
    case 'no-manifest':
      return t('sets.problems.noManifest');
    case 'encrypted':
      return t('sets.problems.encrypted');
    case 'manifest':
      return t('sets.problems.manifest', problem);
    case 'unsafe-name':
      return t('sets.problems.unsafeName', problem);
    case 'double-name':
      return t('sets.problems.doubleName', problem);
    case 'missing-file':
      return t('sets.problems.missingFile', problem);
    case 'size':
      return t('sets.problems.size', problem);
    case 'damaged':
      return t('sets.problems.damaged', problem);
    case 'too-large':
      return t('sets.problems.tooLarge', {
        size: megabytes(problem.bytes),
        limit: megabytes(problem.limit),
      });
    case 'too-many-files':
      return t('sets.problems.tooManyFiles', problem);
    case 'disk-full':
      return diskFullWords(problem.needed, problem.free);
    case 'cancelled':
      return t('problems.cancelled');
    case 'unreadable':
      return t('sets.problems.unreadable', problem);
  }
}

function diskFullWords(needed: number, free: number | null): string {
  return free === null
    ? t('sets.problems.noRoom', { needed: megabytes(needed) })
    : t('sets.problems.littleRoom', { needed: megabytes(needed), free: megabytes(free) });
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
