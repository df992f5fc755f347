import { afterEach, expect, test } from 'vitest';
import { loadWords, setLanguage } from '../../words/words.ts';
import { endWords, progressWords, toDecideWords } from './everything-words.ts';

await loadWords('ko');

const progress = { done: 312, total: 1024, found: 41 };
const words = (elapsed: number) =>
  progressWords({ kind: 'running', photoId: '', startedAt: 0, progress }, elapsed);

afterEach(() => setLanguage('en'));

test('a run says how far it is, and how long it takes once that can be guessed', () => {
  expect(words(1000)).toBe('312 of 1,024 points · 41 masks');
  expect(words(3000)).toBe('312 of 1,024 points · 41 masks · about 7 s left');
  expect(words(30_000)).toBe('312 of 1,024 points · 41 masks · about 1 min left');
  setLanguage('ko');
  expect(words(30_000)).toBe('점 1,024개 중 312개 · 마스크 41개 · 약 1분 남음');
});

test('how a run ended', () => {
  expect(endWords({ kind: 'cancelled', photoId: '', progress })).toBe(
    'Cancelled at 312 of 1,024 points. Nothing was changed.',
  );
  expect(endWords({ kind: 'failed', photoId: '', reason: 'Memory ran out.' })).toBe(
    'It stopped: Memory ran out.',
  );
});

test('what the sliders put aside is counted only where there is some', () => {
  expect(toDecideWords(5, 0)).toBe('5 to decide on');
  expect(toDecideWords(5, 2)).toBe('5 to decide on, 2 put aside by the sliders');
});
