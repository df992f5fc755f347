import type { ImportSummary } from '../../app/transfers/transfers.ts';
import type { ReadNote, ReadProblem } from '../../formats/problems.ts';
import type { Noted, Skipped } from '../../formats/reading/result.ts';
import type { Size } from '../../geometry/spaces.ts';
import { t } from '../../words/words.ts';

export function conflictWords() {
  return {
    add: t('importDialog.conflictChoices.add'),
    replace: t('importDialog.conflictChoices.replace'),
    leave: t('importDialog.conflictChoices.leave'),
  };
}

export function readingWords(done: number, total: number): string {
  return total > 1
    ? t('importDialog.readingFile', { number: Math.floor(done) + 1, total })
    : t('importDialog.reading');
}

/** "12 objects on 3 photos, 1 of them to be opened." */
export function summaryWords({
  objects,
  matched,
  brought,
}: Pick<ImportSummary, 'objects' | 'matched' | 'brought'>): string {
  const both = countWords(objects, matched + brought);
  if (brought === 0) return t('importDialog.found', both);
  return matched === 0
    ? t('importDialog.foundAllOpened', both)
    : t('importDialog.foundSomeOpened', { ...both, opened: brought });
}

export function takenWords(objects: number, photos: number): string {
  return t('importDialog.taken', countWords(objects, photos));
}

function countWords(objects: number, photos: number) {
  return {
    objects: t('importDialog.objects', { count: objects }),
    photos: t('importDialog.photos', { count: photos }),
  };
}

/** "labels.json: run lengths that don't fill the photo (3 times)". */
export function skippedWords({ file, problem, count: times }: Skipped): string {
  const said = { file, problem: problemWords(problem) };
  return times > 1
    ? t('importDialog.skippedTimes', { ...said, times })
    : t('importDialog.skippedOnce', said);
}

/** "labels.json: is not UTF-8; read as gbk". */
export function noteWords({ file, note, count: times }: Noted): string {
  const said = { file, problem: noteKindWords(note) };
  return times > 1
    ? t('importDialog.skippedTimes', { ...said, times })
    : t('importDialog.skippedOnce', said);
}

function noteKindWords(note: ReadNote): string {
  return note.kind === 'guessed-encoding'
    ? t('importDialog.noteKinds.guessed-encoding', { encoding: note.encoding.toUpperCase() })
    : t(`importDialog.noteKinds.${note.kind}`);
}

function problemWords(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'too-large':
      return t('importDialog.problems.too-large', { megabytes: problem.megabytes });
    case 'broken':
      return t('importDialog.problems.broken', { as: problem.as });
    case 'unexpected':
      return problem.at === ''
        ? t('importDialog.problems.unexpected')
        : t('importDialog.problems.unexpectedAt', { at: problem.at });
    case 'other-size':
      return t('importDialog.problems.other-size', {
        found: sizeWords(problem.found),
        photo: sizeWords(problem.photo),
      });
    case 'not-read':
      return t('importDialog.problems.not-read', { format: problem.format });
    case 'no-picture':
      return t('importDialog.problems.no-picture', { name: problem.name });
    case 'unknown-shape':
      return t('importDialog.problems.unknown-shape', { shape: problem.shape });
    default:
      return t(`importDialog.problems.${problem.kind}`);
  }
}

function sizeWords({ width, height }: Size): string {
  return `${width} × ${height}`;
}
