import { t } from '../words/words.ts';
import type { EngineProblem } from './protocol.ts';

/** What is wrong and what to do about it, in plain words. */
export function describeEngineProblem(problem: EngineProblem): string {
  switch (problem.kind) {
    case 'no-webgpu':
      return t('problems.engine.noWebgpu');
    case 'no-adapter':
      return t('problems.engine.noAdapter');
    case 'software-adapter':
      return t('problems.engine.softwareAdapter');
    case 'no-shader-f16':
      return t('problems.engine.noShaderF16');
    case 'no-threads':
      return t('problems.engine.noThreads');
    case 'limit':
      return t('problems.engine.limit', problem);
    case 'parity':
      return t('problems.engine.parity', {
        case: problem.case,
        error: problem.error.toPrecision(2),
      });
    case 'missing-file':
      return describeMissing(problem.file, problem.status);
    case 'corrupt-file':
      return t('problems.engine.fileCorrupt', problem);
    case 'contract':
      return t('problems.engine.contract', inWords(problem));
    case 'out-of-memory':
      return t('problems.engine.outOfMemory');
    case 'set-too-large':
      return t('problems.engine.setTooLarge', {
        needed: gigabytes(problem.needed),
        got: gigabytes(problem.got),
      });
    case 'device-lost':
      return t('problems.engine.deviceLost');
    case 'worker-died':
      return t('problems.engine.workerDied');
    case 'cancelled':
      return t('problems.cancelled');
    case 'runtime':
      return t('problems.engine.runtime', problem);
  }
}

type ContractProblem = Extract<EngineProblem, { kind: 'contract' }>;

/** The same with tensors as a person may read them. */
export function inWords(problem: ContractProblem): ContractProblem {
  return {
    ...problem,
    expected: tensorWords(problem.expected),
    got: tensorWords(problem.got),
  };
}

function tensorWords(tensor: string): string {
  switch (tensor) {
    case 'no-input':
      return t('problems.engine.noSuchInput');
    case 'no-tensor':
      return t('problems.engine.noSuchTensor');
    case 'not-a-tensor':
      return t('problems.engine.notATensor');
    default:
      return tensor;
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function describeMissing(file: string, status: number): string {
  return status === 0
    ? t('problems.engine.fileUnreachable', { file })
    : t('problems.engine.fileMissing', { file, status });
}
