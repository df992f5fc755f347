import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { obstacles, type ReleaseFacts } from './judge.ts';
import { lookAtGit, lookAtRelease } from './look.ts';

const READY: ReleaseFacts = {
  version: '0.2.0',
  versions: { 'CITATION.cff': '0.2.0', 'package-lock.json': '0.2.0' },
  newestChanges: '0.2.0 (2026-12-01)',
  isModelCardTrue: true,
  changedFiles: [],
  branch: 'main',
  tags: ['v0.1.0'],
};

it('what is whole can be released', () => {
  expect(obstacles(READY)).toEqual([]);
});

it.each<[keyof ReleaseFacts, Partial<ReleaseFacts>, string]>([
  ['version', { version: '0.2' }, 'no version'],
  ['versions', { versions: { 'CITATION.cff': '0.1.0' } }, 'CITATION.cff: says 0.1.0'],
  ['newestChanges', { newestChanges: '0.1.0 (2026-12-01)' }, 'newest section is 0.1.0'],
  ['newestChanges', { newestChanges: '0.2.0 (unreleased)' }, 'write the day'],
  ['isModelCardTrue', { isModelCardTrue: false }, 'npm run model-card'],
  ['changedFiles', { changedFiles: [' M README.md'] }, 'M README.md'],
  ['branch', { branch: 'library' }, 'this is library'],
  ['branch', { branch: null }, 'no branch'],
  ['tags', { tags: ['v0.2.0'] }, 'v0.2.0 exists'],
])('%s holds a release up', (_, other, words) => {
  expect(obstacles({ ...READY, ...other }).join('\n')).toContain(words);
});

it('a checkout is looked at as git sees it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('commit', '--quiet', '--allow-empty', '--message', 'first');
  git('tag', 'v0.1.0');
  expect(lookAtGit(folder)).toEqual({ changedFiles: [], branch: 'main', tags: ['v0.1.0'] });
  writeFileSync(join(folder, 'new'), '');
  git('checkout', '--quiet', '--detach');
  expect(lookAtGit(folder)).toMatchObject({ changedFiles: ['?? new'], branch: null });
});

it('this project says one version everywhere', () => {
  const facts = lookAtRelease();
  expect(new Set(Object.values(facts.versions))).toEqual(new Set([facts.version]));
  expect(facts.newestChanges).toContain(facts.version);
  expect(facts.isModelCardTrue).toBe(true);
});
