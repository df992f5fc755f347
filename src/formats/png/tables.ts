import type { SaidIn } from '../classes/nearest.ts';
import { folderName } from '../photos/file-names.ts';
import type { MaskLine } from './read.ts';

type Lines = ReadonlyMap<number, MaskLine>;

/** By mask file: what tables beside the masks say of its numbers; the app's own exports have one. */
export function maskLines(
  tables: readonly SaidIn<readonly (readonly string[])[]>[],
): Map<string, Lines> {
  const byFile = new Map<string, Map<number, MaskLine>>();
  for (const { path, says } of tables) {
    const [header = [], ...rows] = says;
    const [file, photo, number, name] = ['file', 'photo', 'number', 'class'].map((title) =>
      header.indexOf(title),
    );
    if (file === -1 || name === -1) continue;
    for (const row of rows) {
      const text = (at: number | undefined) => (at === undefined ? undefined : row[at]) ?? '';
      const value = number === -1 ? 0 : Number(text(number));
      if (!Number.isInteger(value)) continue;
      const at = [folderName(path), text(file)].filter(Boolean).join('/');
      const lines = byFile.get(at) ?? new Map();
      byFile.set(at, lines.set(value, { table: path, photo: text(photo), className: text(name) }));
    }
  }
  return byFile;
}

/** Whether a table says what is on masks. */
export function isMaskTable([header = []]: readonly (readonly string[])[]): boolean {
  return ['number', 'class'].some((name) => header.includes(name));
}
