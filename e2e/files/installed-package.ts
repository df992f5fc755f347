import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NATIVE_PACKAGES } from '../../src/library/build/scripts.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What `npm run build:lib` leaves. */
export const PACKAGE_FOLDER = join(ROOT, 'dist-lib');

/** An empty project into which the package was installed, with the examples and their photo. */
export interface InstalledPackage {
  readonly folder: string;
  /** What npm packed. */
  readonly tarball: string;
  remove(): void;
}

/** Packed and installed by npm, without a network; the runtimes for Node are those of this project. */
export function installPackage(): InstalledPackage {
  if (!existsSync(PACKAGE_FOLDER)) throw new Error('dist-lib is not there: run npm run build:lib');
  const folder = mkdtempSync(join(tmpdir(), 'robustsam-package-'));
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync('npm', [...args, '--loglevel=error'], { cwd, encoding: 'utf8' });
  const packed = npm(PACKAGE_FOLDER, 'pack', '--json', '--pack-destination', folder);
  const [{ filename }] = JSON.parse(packed);
  const tarball = join(folder, filename);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', tarball);
  for (const name of NATIVE_PACKAGES) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  cpSync(join(ROOT, 'src/library/examples'), folder, { recursive: true });
  cpSync(join(ROOT, 'public/samples/coffee.jpg'), join(folder, 'coffee.jpg'));
  return { folder, tarball, remove: () => rmSync(folder, { recursive: true }) };
}
