import { expect, test } from 'vitest';
import type { OfflineUse } from '../../offline/status.ts';
import { offlineWords, shortOfflineWords } from './offline-words.ts';

const failed: OfflineUse = {
  kind: 'failed',
  problem: { kind: 'missing-file', file: 'encoder.bin', status: 404 },
};
const impossible: OfflineUse = { kind: 'impossible', reason: { kind: 'insecure' } };

test('how far keeping is, and that it is done', () => {
  const keeping = { kind: 'keeping', keptBytes: 12e6, totalBytes: 27e6 } as const;
  expect(offlineWords(keeping)).toBe('Keeping for offline use 12 of 27\u00a0MB');
  expect(offlineWords({ kind: 'ready', bytes: 48e6 })).toBe('Works offline · 48\u00a0MB kept');
});

test('what is wrong, and the file that it is about', () => {
  expect(offlineWords(failed)).toMatch(/the server has no encoder\.bin \(it answered 404\)/);
  expect(offlineWords(impossible)).toMatch(/isn’t possible here: the page came over plain http/);
});

test('the status line has no room for reasons', () => {
  expect(shortOfflineWords(failed)).toBe('Not kept for offline use');
  expect(shortOfflineWords(impossible)).toBeNull();
  expect(shortOfflineWords({ kind: 'saves-data' })).toBeNull();
  expect(shortOfflineWords({ kind: 'unknown' })).toBeNull();
});
