import { expect, test } from 'vitest';
import { createProgress, inWords } from './progress.ts';

function progressOf(total: number, isTTY: boolean) {
  const clock = { now: 0 };
  const written: string[] = [];
  const to = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  return { clock, written, progress: createProgress(total, 'photos', () => clock.now, to) };
}

test('on a terminal the line is told over, with the time left', () => {
  const { clock, written, progress } = progressOf(4, true);
  for (const done of [1, 2, 4]) {
    clock.now = done * 60_000;
    progress.step(done, '3 objects');
  }
  progress.end();
  expect(written).toEqual([
    '\r1 of 4 photos, 3 objects, about 3 min left\u001b[K',
    '\r2 of 4 photos, 3 objects, about 2 min left\u001b[K',
    '\r4 of 4 photos, 3 objects\u001b[K',
    '\n',
  ]);
});

test('in a file it is a line now and then, and the last', () => {
  const { clock, written, progress } = progressOf(100, false);
  for (let done = 1; done <= 100; done++) {
    clock.now = done * 300;
    progress.step(done, '0 objects');
  }
  progress.end();
  expect(written.map((line) => line.split(' ')[0])).toEqual(['1', '35', '69', '100']);
});

test.each([
  [0, 'about 5 s'],
  [42_000, 'about 40 s'],
  [629_000, 'about 10 min'],
  [7_300_000, 'about 2 h'],
  [400_000_000, 'about 5 days'],
])('%d ms', (milliseconds, words) => {
  expect(inWords(milliseconds)).toBe(words);
});
