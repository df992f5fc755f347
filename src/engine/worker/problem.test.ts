import { describe, expect, test } from 'vitest';
import { outcomeOf, ProblemError, problemOf } from './problem.ts';

describe('whatever is thrown becomes a problem', () => {
  test.each([
    ['an error of ours', new ProblemError({ kind: 'no-webgpu' }), { kind: 'no-webgpu' }],
    ['a C++ exception’s address', 1234568, { kind: 'out-of-memory' }],
    [
      'std::bad_alloc',
      new Error('failed to call OrtRun(). std::bad_alloc'),
      { kind: 'out-of-memory' },
    ],
    [
      'an ArrayBuffer too many',
      new RangeError('Array buffer allocation failed'),
      { kind: 'out-of-memory' },
    ],
    ['an error of the runtime', new Error('bad node'), { kind: 'runtime', detail: 'bad node' }],
    ['a string', 'bad node', { kind: 'runtime', detail: 'bad node' }],
  ])('%s', (_, thrown, problem) => {
    expect(problemOf(thrown)).toEqual(problem);
  });

  test('and an outcome says so', async () => {
    expect(await outcomeOf(async () => 1)).toEqual({ ok: true, value: 1 });
    expect(await outcomeOf(() => Promise.reject(new Error('no')))).toEqual({
      ok: false,
      problem: { kind: 'runtime', detail: 'no' },
    });
  });
});
