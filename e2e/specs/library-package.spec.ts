import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import {
  type InstalledPackage,
  installPackage,
  PACKAGE_FOLDER,
} from '../files/installed-package.ts';
import { PACKAGE_USER } from '../files/package-user.ts';
import { expect, test } from '../pages/test.ts';

let installed: InstalledPackage;

test.beforeAll(() => {
  installed = installPackage();
});

test.afterAll(() => installed.remove());

test('it compiles and bundles in a project of others', async () => {
  const { folder } = installed;
  writeFileSync(join(folder, 'uses.ts'), PACKAGE_USER);
  const tsc = join(import.meta.dirname, '../../node_modules/typescript/lib/tsc.js');
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--types', ''];
  const modules = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom,dom.iterable',
  ];
  const run = spawnSync(process.execPath, [tsc, ...strict, ...modules, 'uses.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(run.stdout).toBe('');
  expect(run.status).toBe(0);
  writeFileSync(join(folder, 'small.js'), "export { maskToRle } from 'robustsam';");
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'small.js', formats: ['es'] } },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  // What is not used is not there: the engine alone has a hundred kilobytes.
  expect(bundle.output).toHaveLength(1);
  expect(bundle.output[0].code.length).toBeLessThan(10_000);
});

test('npm, bundlers and compilers find everything in the package', async () => {
  const { messages, pkg } = await publint({ pkgDir: PACKAGE_FOLDER, level: 'suggestion' });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(installed.tarball)));
  const result = await checkPackage(tarball);
  const problems = 'problems' in result ? result.problems : [];
  // Modules alone, for resolvers that know `exports`: what `attw --profile esm-only` looks at.
  const ours = problems.filter(
    (problem) =>
      !('resolutionKind' in problem && /^node10$|-cjs$/.test(String(problem.resolutionKind))),
  );
  expect({ types: result.types, problems: ours }).toMatchObject({
    types: { kind: 'included' },
    problems: [],
  });
});
