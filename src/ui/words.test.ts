import { afterEach, expect, test } from 'vitest';
import type { AheadState } from '../app/model/ahead-state.ts';
import { paletteColor } from '../app/objects/palette.ts';
import type { EngineStatus } from '../engine/engine.ts';
import { CLEAR } from '../report/testing/figures.ts';
import { loadWords, setLanguage, t } from '../words/words.ts';
import {
  formatBytes,
  formatBytesOf,
  formatDuration,
  formatMegapixels,
  formatShare,
  formatTime,
} from './kit/format.ts';
import { agreementWords } from './mask/agreement-words.ts';
import { candidateNames, isUnsure, unsureBelow } from './mask/candidates.ts';
import { aheadWords, failedWords } from './model/ahead-words.ts';
import { rejectionWords } from './model/engine-reasons.ts';
import { phaseProgress, phaseWords } from './model/engine-words.ts';
import { onlyModelWords } from './model/model-words.ts';

await loadWords('ko');

afterEach(() => setLanguage('en'));

const status: EngineStatus = {
  phase: { kind: 'ready' },
  choice: 'auto',
  backend: 'wasm-threads',
  threads: 2,
  adapter: null,
  set: null,
  kinds: [],
  rejections: [],
  lastEncodeMilliseconds: null,
  lastEncodeSteps: null,
  lastDecodeMilliseconds: 96.4,
  cache: {
    count: 0,
    bytes: 0,
    limitBytes: 1,
    working: 0,
    disk: { count: 0, bytes: 0, limitBytes: 1, trouble: null },
  },
};
const encoding = {
  kind: 'encoding',
  photoId: '',
  model: 'robust',
  startedAt: 1000,
  expectedMilliseconds: 2400,
} as const;

test('the status line says in words what the engine does', () => {
  expect(phaseWords(status, 0)).toBe('Ready · CPU, 2 threads · 96 ms');
  expect(phaseWords({ ...status, phase: encoding }, 2200)).toBe(
    'Encoding photo: 1.2 s of about 2.4 s',
  );
  const plain = { ...encoding, model: 'plain' } as const;
  expect(phaseWords({ ...status, phase: plain }, 2200)).toBe(
    'Encoding photo for plain SAM: 1.2 s of about 2.4 s',
  );
  expect(phaseWords({ ...status, phase: encoding }, 4000)).toBe(
    'Encoding photo: 3.0 s, longer than the 2.4 s expected',
  );
  const first = { ...encoding, expectedMilliseconds: null };
  expect(phaseWords({ ...status, phase: first }, 2200)).toBe('Encoding photo: 1.2 s');
  const loading = { kind: 'loading', loadedBytes: 12e6, totalBytes: 27e6 } as const;
  expect(phaseWords({ ...status, phase: loading }, 0)).toBe('Loading model: 12 of 27\u00a0MB');
});

test('progress never claims the end before it is there', () => {
  expect(phaseProgress(encoding, 2200)).toBeCloseTo(0.5);
  expect(phaseProgress(encoding, 99000)).toBeLessThan(1);
  expect(phaseProgress({ kind: 'warming' }, 0)).toBeNull();
});

test('backends turned down for the same reason share a line', () => {
  const problem = { kind: 'no-webgpu' } as const;
  const lines = rejectionWords([
    { backend: 'webgpu-fp16', problem },
    { backend: 'webgpu-fp32', problem },
    { backend: 'wasm-threads', problem: { kind: 'no-threads' } },
  ]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^WebGPU fp16, WebGPU fp32: /);
});

test('candidates are named by their size, whatever their rank', () => {
  const candidate = (token: number, area: number) => ({ token, predictedIou: 0.9, area });
  const names = candidateNames([candidate(2, 50), candidate(3, 900), candidate(1, 10)]);
  expect([1, 2, 3].map((token) => names.get(token))).toEqual(['Sub-part', 'Part', 'Whole']);
});

const DARK = { ...CLEAR, darkness: 0.95 };

test.each([
  ['clear', CLEAR],
  ['dark', DARK],
  ['unmeasured', undefined],
])('only a best candidate can be unsure, and only below the threshold: %s', (_, figures) => {
  const below = unsureBelow(figures);
  const candidate = (token: number, predictedIou: number) => ({ token, predictedIou, area: 1 });
  const candidates = [candidate(2, below - 0.01), candidate(1, 0.1)];
  const unsure = [2, 1].map((token) => isUnsure({ candidates, token }, figures));
  expect(unsure).toEqual([true, false]);
  expect(isUnsure({ candidates: [candidate(2, below)], token: 2 }, figures)).toBe(false);
  expect(isUnsure({ candidates: [], token: 2 }, figures)).toBe(false);
});

test('what is no alarm on a clear photo is one on a dark photo', () => {
  const answer = { candidates: [{ token: 1, predictedIou: 0.52, area: 1 }], token: 1 };
  expect(isUnsure(answer, CLEAR)).toBe(false);
  expect(isUnsure(answer, DARK)).toBe(true);
});

test('the less two masks share, the plainer it is said', () => {
  const words = [1, 0.97, 0.9, 0.6, 0.2, 0].map(agreementWords);
  expect(new Set(words).size).toBe(6);
  expect(words[0]).toMatch(/are the same/);
  expect(words[5]).toMatch(/nothing/);
});

test('encoding ahead says what it does and why it does not', () => {
  const working: AheadState = {
    scope: 'all',
    isPaused: false,
    step: 'encoding',
    current: 'a',
    startedAt: 1000,
    done: 12,
    waiting: 228,
    millisecondsEach: 2000,
    failed: [],
    stopped: null,
  };
  const words = (change: Partial<AheadState>) => aheadWords({ ...working, ...change }, 2000);
  expect(words({})).toBe('Encoding all photos: 12 of 240 · about 8 min left');
  expect(words({ millisecondsEach: null })).toBe('Encoding all photos: 12 of 240');
  expect(words({ step: 'holding' })).toBe('Encoding all photos: 12 of 240 · waits while you work');
  expect(words({ isPaused: true })).toBe('Encoding all photos: 12 of 240 · paused');
  expect(words({ stopped: 'full' })).toMatch(/stopped: no more embeddings fit on the disk/);
  expect(words({ scope: 'near', done: 4, waiting: 0, step: 'idle' })).toBe(
    'The next photos are encoded.',
  );
  expect(words({ scope: 'near', done: 0, waiting: 0, step: 'idle' })).toBe(
    'No photo to encode ahead.',
  );
  expect(failedWords(['a'])).toBe('a can’t be read and was skipped.');
  expect(failedWords(['a', 'b'])).toMatch(/^2 photos can’t be read .* a first/);
});

test('figures are short and carry their unit', () => {
  expect(formatBytesOf(400_000, 27e6)).toBe('0.4 of 27\u00a0MB');
  expect(formatBytesOf(500e6, 1.26e9)).toBe('0.5 of 1.3\u00a0GB');
  expect(formatBytesOf(0, 27e6)).toBe('0 of 27\u00a0MB');
  expect(formatBytes(63_900)).toBe('64\u00a0kB');
  expect([2e9, 1.26e9].map(formatBytes)).toEqual(['2\u00a0GB', '1.3\u00a0GB']);
  expect(formatDuration(96.4)).toBe('96 ms');
  expect(formatDuration(2430)).toBe('2.4 s');
  expect([40, 719, 11_100].map(formatTime)).toEqual(['40 s', '12 min', '3 h 5 min']);
  expect(formatShare(0.123)).toBe('12 %');
  expect(formatShare(0.00071)).toBe('0.071 %');
  expect(formatShare(0.0000001)).toBe('< 0.01 %');
  expect(formatMegapixels(6000, 4000)).toBe('24.0 MP');
  expect(formatMegapixels(1, 1)).toBe('1 px');
});

test('no two of the first hundred objects look the same', () => {
  const colors = Array.from({ length: 100 }, (_, index) => paletteColor(index));
  expect(new Set(colors).size).toBe(100);
});

test('Korean has its own order, and units without a space', () => {
  setLanguage('ko');
  expect(formatBytesOf(12e6, 27e6)).toBe('27MB 중 12MB');
  expect([40, 719, 11_100].map(formatTime)).toEqual(['40초', '12분', '3시간 5분']);
  expect([96.4, 2430].map(formatDuration)).toEqual(['96ms', '2.4초']);
  expect([0.123, 0.0000001].map(formatShare)).toEqual(['12%', '0.01% 미만']);
  expect(phaseWords({ ...status, phase: encoding }, 2200)).toBe(
    '사진 인코딩 중: 약 2.4초 중 1.2초',
  );
  expect(failedWords(['a', 'b'])).toMatch(/2장.*a/);
  expect(t('modelChoice.names.compare')).toBe('비교');
  expect(onlyModelWords('plain')).toContain('일반 SAM');
});
