import { type AssembledProject, createAssembly } from './assemble.ts';
import { type Database, keysOf, PROJECT_STORES } from './database.ts';
import { type BrokenRecord, type FoundRecords, keyOf } from './found.ts';

/** Records that are copied and looked at in one go, without keeping a person waiting. */
const BATCH: Readonly<Record<keyof FoundRecords, number>> = {
  projects: 1,
  lists: 1,
  photos: 1500,
  objects: 1500,
  proposals: 5,
  history: 5,
  // Each holds 200 changes.
  stepParts: 8,
};

/** Null: there is no such project. Tells how much of it has been read, from 0 to 1. */
export async function readProject(
  db: Database,
  projectId: string,
  onProgress: (share: number) => void,
): Promise<AssembledProject | null> {
  // One transaction: all of it is from the same moment.
  const stores = db.transaction(PROJECT_STORES);
  const head = await stores.objectStore('projects').get(projectId);
  if (head === undefined) return null;
  const assembly = createAssembly();
  assembly.take('projects', [head]);
  assembly.take('lists', await stores.objectStore('lists').getAll(projectId));
  const names = ['photos', 'objects', 'proposals', 'history', 'stepParts'] as const;
  const counts = await Promise.all(
    names.map((name) => stores.objectStore(name).count(keysOf(projectId))),
  );
  // By batches, which take about as long as one another.
  const of = counts.reduce((sum, count, i) => sum + count / BATCH[names[i] ?? 'objects'], 0);
  let done = 0;
  for (const name of names) {
    const store = stores.objectStore(name);
    let next = store.getAll(keysOf(projectId), BATCH[name]);
    for (let values = await next; values.length > 0; values = await next) {
      const last = values.at(-1);
      // Asked for before these are looked at: the browser fetches meanwhile.
      next = store.getAll(keysAfter(projectId, { store: name, value: last }), BATCH[name]);
      assembly.take(name, values);
      done += values.length / BATCH[name];
      onProgress(done / of);
    }
  }
  return assembly.finish();
}

function keysAfter(projectId: string, record: Pick<BrokenRecord, 'store' | 'value'>): IDBKeyRange {
  return IDBKeyRange.bound(keyOf(record), keysOf(projectId).upper, true);
}
