import * as v from 'valibot';
import { type PhotoFigures, REPORT_VERSION } from '../report/report.ts';
import { all, bare, type Connection, transact } from './database.ts';

/**
 * What was measured of photos, for the next visit. Known by the photo's content, as its thumbnail is, and gone when
 * the photo goes. Nothing depends on it and nothing here throws: what isn't there is measured again.
 */
export interface StoredReports {
  /** Those of all projects: a few hundred bytes a photo. */
  readAll(): Promise<ReadonlyMap<string, PhotoFigures>>;
  write(reports: ReadonlyMap<string, PhotoFigures>): Promise<void>;
}

const figure = v.pipe(v.number(), v.finite());

/** Figures of another version are not comparable. */
const schema: v.GenericSchema<unknown, PhotoFigures> = v.strictObject({
  version: v.literal(REPORT_VERSION),
  noise: figure,
  blur: figure,
  motion: v.strictObject({ degrees: figure, strength: figure }),
  darkness: figure,
  haze: figure,
  contrast: figure,
  blocks: figure,
});

export function createStoredReports(connection: Connection): StoredReports {
  return {
    async readAll() {
      try {
        const records = await (await connection.open()).getAll('reports');
        return new Map(
          records.flatMap(({ photoId, figures }) => {
            return v.is(schema, figures) ? [[photoId, figures] as const] : [];
          }),
        );
      } catch {
        return new Map();
      }
    },
    async write(reports) {
      try {
        await transact(
          await connection.open(),
          ['reports'],
          async (stores) => {
            const store = bare(stores, 'reports');
            const records = [...reports].map(([photoId, figures]) => ({ photoId, figures }));
            await all(records.map((record) => () => store.put(record)));
          },
          'relaxed',
        );
      } catch {
        // No room, or no database.
      }
    },
  };
}
