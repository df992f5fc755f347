import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type BrowserLook,
  exitCode,
  isAtLeast,
  judgeBrowser,
  judgeFiles,
  judgeNode,
  judgeNpm,
  judgeRoom,
} from './judge.ts';
import { lookAtFiles } from './look.ts';

const gpu = { name: 'A card', isSoftware: false, hasFloat16: true };
const look: BrowserLook = { path: '/chromium', version: '156.0', gpu, isIsolated: true, cores: 8 };

function statesOf(changed: Partial<BrowserLook>): readonly string[] {
  const findings = judgeBrowser({ kind: 'works', look: { ...look, ...changed } });
  return findings.map(({ state }) => state);
}

describe('versions', () => {
  it.each([
    ['v20.19.0', '20.19', true],
    ['v20.18.9', '20.19', false],
    ['v22.0.0', '20.19', true],
    ['v9.99.9', '20.19', false],
    ['20.19.0-nightly', '20.19', true],
    ['', '20.19', false],
  ])('%s is at least %s: %s', (version, needed, is) => {
    expect(isAtLeast(version, needed)).toBe(is);
  });

  it('too old or missing is bad, and says what to install', () => {
    expect(judgeNode('v18.20.0', '>=20.19')).toMatchObject({ state: 'bad' });
    expect(judgeNode('v18.20.0', '>=20.19').todo).toContain('20.19');
    expect(judgeNode('v24.1.0', '>=20.19').todo).toBeUndefined();
    expect(judgeNpm(null).state).toBe('bad');
    expect(judgeNpm('8.19.4').state).toBe('bad');
    expect(judgeNpm('10.8.2').state).toBe('good');
  });
});

describe('the browser', () => {
  it('is bad where none is there, or the one that is does not start', () => {
    const seen = [
      { kind: 'none' },
      { kind: 'broken', path: '/chromium', problem: 'no such library' },
    ] as const;
    for (const one of seen) {
      const findings = judgeBrowser(one);
      expect(exitCode(findings)).toBe(1);
      expect(findings.every(({ todo }) => todo)).toBe(true);
    }
    expect(judgeBrowser(seen[1])[0]?.says).toContain('no such library');
  });

  it('is good with a card, threads and isolation', () => {
    expect(statesOf({})).toEqual(['good', 'good', 'good']);
  });

  it('is fair on the CPU or with one core: everything works, slower', () => {
    expect(statesOf({ gpu: null })).toEqual(['good', 'fair', 'good']);
    expect(statesOf({ gpu: { ...gpu, isSoftware: true } })).toEqual(['good', 'fair', 'good']);
    expect(statesOf({ cores: 1 })).toEqual(['good', 'good', 'fair']);
  });

  it('is bad without isolation, whatever its cores', () => {
    expect(statesOf({ isIsolated: false })).toEqual(['good', 'good', 'bad']);
  });
});

it('the disk is bad, fair or good by what is free', () => {
  expect([1e9, 2e9, 9e9].map((bytes) => judgeRoom(bytes).state)).toEqual(['bad', 'fair', 'good']);
});

describe('model files', () => {
  function filesIn(change: (folder: string) => void) {
    const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
    const data = Buffer.from('weights');
    const sha256 = createHash('sha256').update(data).digest('hex');
    const file = { name: 'a.bin', bytes: data.length, sha256 };
    writeFileSync(join(folder, 'a.bin'), data);
    // Shared by two parts, as weights are.
    const manifest = { graphs: { encoder: { weights: [file] }, decoder: { weights: [file] } } };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    change(folder);
    const files = lookAtFiles(folder);
    rmSync(folder, { recursive: true });
    return files;
  }

  it.each([
    ['as they are', () => {}, null],
    ['missing', (folder: string) => rmSync(join(folder, 'a.bin')), 'missing'],
    ['cut off', (folder: string) => writeFileSync(join(folder, 'a.bin'), 'weigh'), 'other size'],
    [
      'changed',
      (folder: string) => writeFileSync(join(folder, 'a.bin'), 'WEIGHTS'),
      'other checksum',
    ],
  ])('%s', (_, change, problem) => {
    const files = filesIn(change);
    expect(files).toEqual([{ name: 'a.bin', problem }]);
    expect(judgeFiles('public/models', files).state).toBe(problem === null ? 'good' : 'bad');
  });

  it('without a manifest are bad', () => {
    const files = filesIn((folder) => writeFileSync(join(folder, 'manifest.json'), '{"gra'));
    expect(judgeFiles('public/models', files)).toMatchObject({ state: 'bad' });
  });
});

it('the exit code is 1 for what is bad alone', () => {
  const of = (...states: readonly ('good' | 'fair' | 'bad')[]) =>
    exitCode(states.map((state) => ({ what: 'x', state, says: 'y' })));
  expect([of(), of('good', 'fair'), of('good', 'bad')]).toEqual([0, 0, 1]);
});
