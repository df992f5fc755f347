import type { EngineProblem, NoEmbedding, NoSource } from '../../engine/protocol.ts';

/** In the words of a machine without a page; most problems of a browser can't arise here. */
export function engineWords(problem: EngineProblem | NoEmbedding | NoSource): string {
  switch (problem.kind) {
    case 'out-of-memory':
      return 'memory ran out; fewer jobs (--jobs) need less';
    case 'contract':
      return `the model file ${problem.file} does not fit this version: ${problem.tensor} should be ${problem.expected} and is ${problem.got}`;
    case 'runtime':
      return `the model could not be run: ${problem.detail}`;
    default:
      return `the model could not be run (${problem.kind})`;
  }
}
