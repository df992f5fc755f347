import { describeEngineProblem, inWords } from '../../engine/describe.ts';
import type { EngineProblem } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';

/** Why a set that is kept here does not run; the engine's own words are about the app's server. */
export function describeSetStart(problem: EngineProblem): string {
  switch (problem.kind) {
    case 'missing-file':
      return t('sets.start.fileMissing', problem);
    case 'corrupt-file':
      return t('sets.start.fileCorrupt', problem);
    case 'contract':
      return t('sets.start.contract', inWords(problem));
    default:
      return describeEngineProblem(problem);
  }
}
