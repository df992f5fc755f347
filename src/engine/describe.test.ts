import { describe, expect, test } from 'vitest';
import { backendLabel } from './backend-label.ts';
import { describeEngineProblem } from './describe.ts';
import { BACKENDS } from './protocol.ts';

describe('in words', () => {
  test('backends', () => {
    expect(BACKENDS.map((backend) => backendLabel(backend, 4))).toEqual([
      'WebGPU fp16',
      'WebGPU fp32',
      'CPU, 4 threads',
      'CPU, 1 thread',
    ]);
  });

  test('a missing file is named, and so is what to do', () => {
    const problem = { kind: 'missing-file', file: 'decoder.bin' } as const;
    expect(describeEngineProblem({ ...problem, status: 404 })).toMatch(
      /decoder\.bin.*missing.*404/,
    );
    expect(describeEngineProblem({ ...problem, status: 0 })).toMatch(/decoder\.bin.*connection/);
  });

  test('a model file that breaks the contract is named with the tensor and both shapes', () => {
    const text = describeEngineProblem({
      kind: 'contract',
      file: 'encoder.onnx',
      tensor: 'image',
      expected: 'float32 [1, 3, 1024, 1024]',
      got: 'float16 [1, 3, 512, 512]',
    });
    expect(text).toContain('encoder.onnx');
    expect(text).toContain(
      'image should be float32 [1, 3, 1024, 1024] and is float16 [1, 3, 512, 512]',
    );
  });
});
