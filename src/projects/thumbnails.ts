import { type Connection, transact } from './database.ts';

/**
 * Thumbnails that outlast the page, so a project that is opened again shows its photos without
 * decoding them. Known by the photo's content, as its file is, and gone when that goes. Nothing
 * depends on them and nothing here throws: one that isn't there is made again.
 */
export interface StoredThumbnails {
  /** Null: there is none. */
  read(photoId: string): Promise<Blob | null>;
  write(photoId: string, picture: Blob): Promise<void>;
}

/** About 60 MB. */
const MOST = 20_000;

export function createStoredThumbnails(connection: Connection, most = MOST): StoredThumbnails {
  return {
    async read(photoId) {
      try {
        const record = await (await connection.open()).get('thumbnails', photoId);
        return record?.picture ?? null;
      } catch {
        return null;
      }
    },
    async write(photoId, picture) {
      try {
        await transact(
          await connection.open(),
          ['thumbnails'],
          async (stores) => {
            const thumbnails = stores.objectStore('thumbnails');
            await thumbnails.put({ photoId, picture, madeAt: Date.now() });
            const excess = (await thumbnails.count()) - most;
            if (excess <= 0) return;
            const oldest = await thumbnails.index('by-age').getAllKeys(null, excess);
            await Promise.all(oldest.map((key) => thumbnails.delete(key)));
          },
          'relaxed',
        );
      } catch {
        // No room, or no database.
      }
    },
  };
}
