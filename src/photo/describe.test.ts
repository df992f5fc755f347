import { expect, it } from 'vitest';
import { describePhotoProblem } from './describe.ts';
import type { PhotoProblem } from './protocol.ts';

const PROBLEMS: readonly PhotoProblem[] = [
  { kind: 'empty' },
  { kind: 'inaccessible' },
  { kind: 'not-an-image' },
  { kind: 'unsupported', format: 'HEIC' },
  { kind: 'truncated', format: 'jpeg' },
  { kind: 'unreadable', format: 'webp', detail: 'InvalidStateError' },
  { kind: 'too-large', megapixels: 100.01, limit: 100 },
  { kind: 'out-of-memory', megapixels: 64 },
  { kind: 'worker-failed', detail: 'no answer' },
  { kind: 'foreign', file: 'video' },
  { kind: 'tiff', has: 'bits', number: 12 },
];

it('says something of its own for each problem, in one sentence', () => {
  const texts = PROBLEMS.map(describePhotoProblem);
  expect(new Set(texts).size).toBe(PROBLEMS.length);
  for (const text of texts) expect(text).toMatch(/^(The|This|There) [^.]+\.$/);
});

it('names the format, the size and the limit', () => {
  const [, , , heic, jpeg, , large] = PROBLEMS.map(describePhotoProblem);
  expect(heic).toContain('HEIC');
  expect(jpeg).toContain('JPEG');
  // Just over the limit must not read as "100 megapixels; at most 100".
  expect(large).toContain('101 megapixels');
  expect(large).toContain('at most 100 megapixels');
});
