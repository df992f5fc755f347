import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../files.ts';
import {
  exitCode,
  type Finding,
  judgeBrowser,
  judgeFiles,
  judgeNode,
  judgeNpm,
  judgeRoom,
} from './judge.ts';
import { freeBytes, lookAtBrowser, lookAtFiles, npmVersion } from './look.ts';

const MARKS = { good: 'ok  ', fair: 'note', bad: 'BAD ' } as const;

async function examine(): Promise<readonly Finding[]> {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return [
    judgeNode(process.version, engines.node),
    judgeNpm(npmVersion()),
    judgeRoom(freeBytes(ROOT)),
    ...['public/models', 'public/selftest'].map((folder) =>
      judgeFiles(folder, lookAtFiles(join(ROOT, folder))),
    ),
    ...judgeBrowser(await lookAtBrowser()),
  ];
}

function print({ what, state, says, todo }: Finding): void {
  console.log(`${MARKS[state]}  ${what}: ${says}`);
  if (todo) console.log(`      ${todo}`);
}

const findings = await examine();
findings.forEach(print);
process.exitCode = exitCode(findings);
console.log(
  process.exitCode === 0 ? '\nReady: npm start' : '\nFix what is BAD, then run it again.',
);
