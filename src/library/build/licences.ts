import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { build } from 'vite';

type Built = Awaited<ReturnType<typeof build>>;

/** Packages whose code or files are in what was built, by their folders. */
export function bundledPackages(built: readonly Built[]): readonly string[] {
  const files = built
    .flat()
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .flatMap((one) => (one.type === 'chunk' ? one.moduleIds : one.originalFileNames));
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  return [...new Set(folders.map((folder) => folder.replace('\0', '')))].sort();
}

/** Copies what each of them says of its licence; throws for one that says nothing. */
export function copyLicences(folders: readonly string[], outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  for (const folder of folders) {
    const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const target = join(outDir, `${String(facts.name).replace('/', '-')}.txt`);
    const text = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    if (text) cpSync(join(folder, text), target);
    else if (facts.license) writeFileSync(target, `${facts.name}: ${facts.license}\n`);
    else if (!existsSync(target)) throw new Error(`${facts.name} says nothing of its licence`);
  }
}
