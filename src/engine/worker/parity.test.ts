import { describe, expect, test } from 'vitest';
import { graphOf } from './manifest.ts';
import { checkParity, largestError, parseAnswers, type SelfTestManifest, spoil } from './parity.ts';
import { precision, readPublic, runtime, START_MILLISECONDS } from './testing/shipped-model.ts';

describe('the error of a self-test answer', () => {
  test('is the largest difference', () => {
    expect(largestError([1, 2.5, 3], [1, 2, 3.25])).toBe(0.5);
  });

  test('is infinite for an answer of another length', () => {
    expect(largestError([1], [1, 2])).toBe(Number.POSITIVE_INFINITY);
  });

  test('is not a number when any answer is not', () => {
    expect(largestError([1, Number.NaN, 3], [1, 2, 3])).toBeNaN();
  });
});

describe('the self-test', () => {
  const selfTest: SelfTestManifest = JSON.parse(readPublic('selftest/manifest.json').toString());
  const graph = readPublic(`selftest/${graphOf(selfTest.graphs, precision).name}`);
  const answers = parseAnswers(readPublic(`selftest/${selfTest.answers.name}`));

  test('passes on the CPU', { timeout: START_MILLISECONDS }, async () => {
    await expect(checkParity(runtime, precision, graph, answers)).resolves.toBeUndefined();
  });

  test('names the case whose answer is wrong', { timeout: START_MILLISECONDS }, async () => {
    await expect(checkParity(runtime, precision, graph, spoil(answers))).rejects.toMatchObject({
      problem: { kind: 'parity', case: Object.keys(answers.outputs)[0], error: expect.closeTo(1) },
    });
  });
});
