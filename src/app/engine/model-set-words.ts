import { describeEngineProblem } from '../../engine/describe.ts';
import type { EngineProblem } from '../../engine/protocol.ts';

/** Why a set that is kept here does not run; the engine's own words are about the app's server. */
export function describeSetStart(problem: EngineProblem): string {
  switch (problem.kind) {
    case 'missing-file':
      return `Its file ${problem.file} is no longer there. Remove the set and load it again.`;
    case 'corrupt-file':
      return `Its file ${problem.file} is damaged. Remove the set and load it again.`;
    case 'contract':
      return `Its file ${problem.file} does not fit this version of the app: ${problem.tensor} should be ${problem.expected} and is ${problem.got}. Export the set again.`;
    default:
      return describeEngineProblem(problem);
  }
}
