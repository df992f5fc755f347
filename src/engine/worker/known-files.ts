import type { DiskFile, DiskFolder } from './disk-folder.ts';

/** The folder's files as they were when last looked at. */
interface KnownFiles {
  /** By name; other tabs change the folder too, so it is looked at again before each write. */
  readonly known: Map<string, DiskFile>;
  look(disk: DiskFolder): Promise<void>;
  /** Looks at one file. */
  note(disk: DiskFolder, name: string): Promise<void>;
  drop(disk: DiskFolder, name: string): Promise<void>;
  /** The longest unused go first. */
  shrinkTo(disk: DiskFolder, bytes: number): Promise<void>;
  bytes(): number;
}

export function createKnownFiles(): KnownFiles {
  const known = new Map<string, DiskFile>();

  async function look(disk: DiskFolder): Promise<void> {
    const names = new Set(await disk.names());
    for (const name of known.keys()) if (!names.has(name)) known.delete(name);
    const added = [...names].filter((name) => !known.has(name));
    await Promise.all(added.map((name) => note(disk, name)));
  }

  async function note(disk: DiskFolder, name: string): Promise<void> {
    const file = await disk.stat(name);
    if (file) known.set(name, file);
    else known.delete(name);
  }

  async function drop(disk: DiskFolder, name: string): Promise<void> {
    await disk.remove(name);
    known.delete(name);
  }

  async function shrinkTo(disk: DiskFolder, most: number): Promise<void> {
    while (bytes() > most) {
      const [name, { usedAt }] = longestUnused(known);
      await note(disk, name);
      // Another tab may have used it meanwhile.
      if (known.get(name)?.usedAt === usedAt) await drop(disk, name);
    }
  }

  function bytes(): number {
    return [...known.values()].reduce((sum, file) => sum + file.bytes, 0);
  }

  return { known, look, note, drop, shrinkTo, bytes };
}

function longestUnused(files: ReadonlyMap<string, DiskFile>): readonly [string, DiskFile] {
  return [...files].reduce((oldest, file) => (file[1].usedAt < oldest[1].usedAt ? file : oldest));
}
