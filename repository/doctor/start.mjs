// Plain JavaScript without packages: it has to run before `npm ci` has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? '.', '..', '..');
if (existsSync(join(root, 'node_modules', 'tsx'))) {
  const run = join(root, 'repository', 'doctor', 'run.ts');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', run], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.log(`BAD   packages: not installed (Node is ${process.version})\n      Run: npm ci`);
  process.exitCode = 1;
}
