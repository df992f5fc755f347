import type { LabelSet, SetFailure, TruthWork } from '../../app/truth/truth-state.ts';
import { t } from '../../words/words.ts';
import { skippedWords } from '../transfers/import-words.ts';

/** Lines shown of a long list; the rest is counted. */
const MOST_LINES = 8;

/** "120 objects on 10 photos". */
export function sizeWords({ objects, photos }: LabelSet): string {
  return t('truth.size', {
    objects: t('truth.objects', { count: objects }),
    photos: t('truth.photos', { count: photos.size }),
  });
}

/** What to know of a set before its figures are believed. */
export function noteLines({ unmatched, fitted, leftOut, skipped }: LabelSet): readonly string[] {
  const times = skipped.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(unmatched.length > 0 ? [t('truth.notes.unmatched', { count: unmatched.length })] : []),
    ...(fitted > 0 ? [t('truth.notes.fitted', { count: fitted })] : []),
    ...(leftOut > 0 ? [t('truth.notes.leftOut', { count: leftOut })] : []),
    ...(times > 0 ? [t('truth.notes.skipped', { count: times })] : []),
    ...shortened(skipped.map(skippedWords)),
  ];
}

export function failureWords(failure: SetFailure): string {
  return failure.kind === 'other'
    ? t('truth.failures.other', { detail: failure.detail })
    : t(`truth.failures.${failure.kind}`);
}

export function failureLines(failure: SetFailure): readonly string[] {
  switch (failure.kind) {
    case 'no-photo':
      return shortened(failure.names);
    case 'empty':
    case 'other-sizes':
      return shortened(failure.skipped.map(skippedWords));
    default:
      return [];
  }
}

export function workWords({ kind, done, of }: TruthWork): string {
  const at = { number: Math.floor(done) + 1, total: of };
  if (kind === 'scoring') return t('truth.scoring', at);
  return of > 1 ? t('truth.readingFile', at) : t('truth.reading');
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), t('truth.more', { more: lines.length - MOST_LINES })];
}
