import { execFileSync } from 'node:child_process';
import * as v from 'valibot';
import { parse } from 'yaml';
import { ROOT } from '../files.ts';
import { modelCard } from '../model-card/card.ts';
import { projectVersion, readFacts, readText } from '../model-card/facts.ts';
import type { ReleaseFacts } from './judge.ts';

const Versioned = v.object({ version: v.string() });
const Lock = v.object({ version: v.string(), packages: v.object({ '': Versioned }) });

/** Looks at this checkout. */
export function lookAtRelease(): ReleaseFacts {
  const lock = v.parse(Lock, JSON.parse(readText('package-lock.json')));
  const [, newest = ''] = readText('CHANGELOG.md').split(/^## /m);
  const [newestChanges = ''] = newest.split('\n');
  return {
    version: projectVersion(),
    versions: {
      'CITATION.cff': v.parse(Versioned, parse(readText('CITATION.cff'))).version,
      'package-lock.json': lock.version,
      'package-lock.json, packages': lock.packages[''].version,
    },
    newestChanges,
    isModelCardTrue: readText('MODEL_CARD.md') === modelCard(readFacts()),
    ...lookAtGit(ROOT),
  };
}

export function lookAtGit(folder: string): Pick<ReleaseFacts, 'changedFiles' | 'branch' | 'tags'> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);
  const [branch = null] = git('branch', '--show-current');
  return { changedFiles: git('status', '--porcelain'), branch, tags: git('tag', '--list') };
}
