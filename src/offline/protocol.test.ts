import { describe, expect, test } from 'vitest';
import { pageLock, staleFiles, versionIn } from './protocol.ts';

const BASE = 'https://example.org/app/';

describe('what an older version has left', () => {
  const listed = [`${BASE}models/a.2.bin`, `${BASE}assets/ort-2.wasm`];

  test('goes, and what this version needs stays', () => {
    const kept = [`${BASE}models/a.1.bin`, ...listed];
    expect(staleFiles(kept, listed)).toEqual([`${BASE}models/a.1.bin`]);
  });

  test('so do parts of its downloads, but not of this version’s', () => {
    const kept = [`${BASE}models/a.1.bin?from=0`, `${BASE}models/a.2.bin?from=0`];
    expect(staleFiles(kept, listed)).toEqual([`${BASE}models/a.1.bin?from=0`]);
  });

  test('what belongs to the app in another folder stays', () => {
    const others = [`${BASE}next/models/a.1.bin`, 'https://example.org/models/a.1.bin'];
    expect(staleFiles(others, listed)).toEqual([]);
  });
});

describe('the lock of an open page', () => {
  test('says its version', () => {
    expect(versionIn(pageLock(BASE, 'https://example.org/app/assets/index-1.js'), BASE)).toBe(
      'https://example.org/app/assets/index-1.js',
    );
  });

  test('of another folder, and any other lock, says none', () => {
    expect(versionIn(pageLock('https://example.org/', 'index-1.js'), BASE)).toBeNull();
    expect(versionIn('engine 1234', BASE)).toBeNull();
  });
});
