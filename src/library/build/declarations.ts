import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative } from 'node:path';
import { ENTRIES } from './scripts.ts';

const SRC = join(import.meta.dirname, '../..');
const ROOT = join(SRC, '..');
const IMPORT = /(\bfrom |\bimport\(|\bimport )(['"])([^'"]+)\2/g;

/**
 * Writes the declarations of the entries and of what they name, and of nothing else. Throws where one names a
 * package: whoever installs this one would lack it.
 */
export function writeDeclarations(outDir: string): void {
  const all = mkdtempSync(join(tmpdir(), 'robustsam-types-'));
  try {
    emit(all);
    const open = Object.values(ENTRIES).map((file) => declarationOf(relative(SRC, file)));
    const written = new Set<string>();
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (written.has(file)) continue;
      written.add(file);
      const text = readFileSync(join(all, file), 'utf8');
      open.push(...importsOf(file, text).map(declarationOf));
      const target = join(outDir, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, withScriptNames(text));
    }
  } finally {
    rmSync(all, { recursive: true });
  }
}

function emit(outDir: string): void {
  const tsc = join(ROOT, 'node_modules/typescript/lib/tsc.js');
  const config = join(import.meta.dirname, 'tsconfig.types.json');
  const { status } = spawnSync(process.execPath, [tsc, '-p', config, '--outDir', outDir], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the declarations were not written');
}

/** Paths below src. */
function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, , , target = '']) => {
    if (target.startsWith('.')) return normalize(join(dirname(file), target));
    throw new Error(`the declarations of ${file} name the package ${target}`);
  });
}

function declarationOf(file: string): string {
  return file.replace(/\.ts$/, '.d.ts');
}

/** As they are called where a compiler looks for them. */
function withScriptNames(text: string): string {
  return text.replace(IMPORT, (whole) => whole.replace(/\.ts(?=['"]$)/, '.js'));
}
