import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { writeDeclarations } from './declarations.ts';
import { bundledPackages, copyLicences } from './licences.ts';
import { packageManifest } from './manifest.ts';
import { browserBuild, nodeBuild } from './scripts.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Where the package is built; docs/library.md says what it is. */
const OUT = join(ROOT, 'dist-lib');

const built = [await build(browserBuild(OUT)), await build(nodeBuild(OUT))];
writeDeclarations(join(OUT, 'types'));
for (const folder of ['models', 'selftest', 'licenses']) {
  cpSync(join(ROOT, 'public', folder), join(OUT, folder), { recursive: true });
}
copyLicences(bundledPackages(built), join(OUT, 'licenses'));
cpSync(join(ROOT, 'LICENSE'), join(OUT, 'LICENSE'));
cpSync(join(ROOT, 'docs/library.md'), join(OUT, 'README.md'));
const facts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(packageManifest(facts), null, 2)}\n`);
