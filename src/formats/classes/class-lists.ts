import { baseName } from '../photos/file-names.ts';
import type { SourceFile } from '../reading/sources.ts';

/** A class a line; empty lines count, as the others go by their place. */
export function classLines(text: string): string[] {
  return text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
}

/** YAML that trainers write beside data.yaml, about themselves. */
const OF_A_TRAINER = /^(args|opt|hyp)\b.*\.ya?ml$/i;

/** What tells classes before others at the same place comes first. */
export function byRank(files: readonly SourceFile[]): SourceFile[] {
  const rank = ({ path }: SourceFile) => {
    const name = baseName(path).toLowerCase();
    if (/^data(set)?\.ya?ml$|\.names$|\.labels$/.test(name)) return 0;
    return OF_A_TRAINER.test(name) ? 2 : 1;
  };
  return files.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether YAML without classes should have told them. */
export function isFaultyYaml({ path }: Pick<SourceFile, 'path'>): boolean {
  return !OF_A_TRAINER.test(baseName(path));
}
