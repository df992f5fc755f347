import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../files.ts';
import { obstacles, tagOf } from './judge.ts';
import { lookAtRelease } from './look.ts';

/** Where what is published is put. */
const OUT = join(ROOT, 'release');

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { cwd: ROOT, stdio: 'inherit' });
}

/** App, package, bill of materials and checksums; then the tag, which stays here. */
function release(version: string): void {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  run('npm', 'run', 'build');
  run('npm', 'run', 'build:lib');
  run('tar', '-czf', join(OUT, `robustsam-annotator-${version}.tar.gz`), '-C', 'dist', '.');
  run('npm', 'pack', './dist-lib', '--pack-destination', OUT, '--loglevel=error');
  const bill = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
  writeFileSync(join(OUT, 'sbom.cdx.json'), bill);
  const sums = readdirSync(OUT).map((name) => {
    return `${createHash('sha256')
      .update(readFileSync(join(OUT, name)))
      .digest('hex')}  ${name}\n`;
  });
  writeFileSync(join(OUT, 'SHA256SUMS'), sums.join(''));
  const tag = tagOf(version);
  run('git', 'tag', '--annotate', tag, '--message', `RobustSAM Annotator ${version}`);
  console.log(
    `\n${tag} is tagged, its files are in release/. Publish it with: git push origin ${tag}`,
  );
}

const facts = lookAtRelease();
const found = obstacles(facts);
for (const one of found) console.log(one);
if (found.length > 0) process.exitCode = 1;
else if (process.argv.includes('--check')) console.log(`${facts.version} can be released.`);
else release(facts.version);
