import type { Connection, FolderRecord } from './database.ts';

/** Which project writes into which folder of the disk, across restarts. */
export interface FolderLinks {
  /** Null: it writes into none, or the browser keeps nothing. */
  of(projectId: string): Promise<FolderRecord | null>;
  /** The project that writes into this very folder; null: none does. */
  projectIn(handle: FileSystemDirectoryHandle): Promise<string | null>;
  put(record: FolderRecord): Promise<void>;
  remove(projectId: string): Promise<void>;
}

export function createFolderLinks(connection: Connection): FolderLinks {
  return {
    async of(projectId) {
      const db = await connection.open().catch(() => null);
      return (await db?.get('folders', projectId)) ?? null;
    },
    async projectIn(handle) {
      const db = await connection.open().catch(() => null);
      for (const record of (await db?.getAll('folders')) ?? []) {
        const isSame = await record.handle.isSameEntry(handle).catch(() => false);
        if (isSame) return record.projectId;
      }
      return null;
    },
    async put(record) {
      const db = await connection.open();
      await db.put('folders', record);
    },
    async remove(projectId) {
      const db = await connection.open();
      await db.delete('folders', projectId);
    },
  };
}
