import type { AssembledProject } from './assemble.ts';
import { photoRecord, type RecordChanges } from './changes.ts';
import {
  all,
  bare,
  type Connection,
  type Database,
  keysOf,
  PROJECT_STORES,
  type ProjectStores,
  transact,
} from './database.ts';
import { keyOf } from './found.ts';
import { type Amendment, type ProjectStore, WriteRefused } from './project-store.ts';
import { readProject } from './read-project.ts';
import { headFrom } from './record-schemas.ts';
import type { ProjectHead } from './records.ts';
import {
  storedObjectRecord,
  storedProposalsRecord,
  storedStepPart,
  storedStepRecord,
} from './stored.ts';

export function createProjectStore(connection: Connection): ProjectStore {
  /** Names this page among all that may write. */
  const page = crypto.getRandomValues(new Uint32Array(2)).join('-');
  return {
    async list() {
      const db = await connection.open();
      return (await db.getAll('projects')).map(headFrom).sort((a, b) => b.turn - a.turn);
    },
    read: async (projectId, onProgress = () => {}) =>
      readProject(await connection.open(), projectId, onProgress),
    quarantine: async (project) => quarantine(await connection.open(), project),
    write: async (head, changes, onProgress = () => {}) =>
      write(await connection.open(), page, head, changes, onProgress),
    async amend(projectId, change) {
      await transact(await connection.open(), ['projects'], async (stores) => {
        const heads = stores.objectStore('projects');
        const found = await heads.get(projectId);
        if (found) await heads.put({ ...headFrom(found), ...change });
      });
    },
    duplicate: async (projectId, copy) => duplicate(await connection.open(), projectId, copy),
    purge: async () => purge(await connection.open()),
  };
}

function write(
  db: Database,
  page: string,
  head: ProjectHead,
  changes: RecordChanges,
  onProgress: (share: number) => void,
): Promise<ProjectHead> {
  return transact(db, [...PROJECT_STORES], async (stores) => {
    const found = await stores.objectStore('projects').get(head.id);
    if (!found && head.revision > 0) throw new WriteRefused('gone');
    // A write of this page whose answer was lost counts as its own.
    const isMine = found === undefined || found.writer === page;
    if (!isMine && found.revision !== head.revision) throw new WriteRefused('taken');
    const next = {
      ...head,
      ...amendmentsOf(found ?? head),
      writer: page,
      revision: (found?.revision ?? 0) + 1,
    };
    await all(requestsFor(stores, next, changes), onProgress);
    return next;
  });
}

function requestsFor(
  stores: ProjectStores,
  head: ProjectHead,
  { list, photos, objects, goneObjects, proposals, ...changes }: RecordChanges,
): (() => IDBRequest)[] {
  const [photoStore, objectStore] = [bare(stores, 'photos'), bare(stores, 'objects')];
  const [history, stepParts] = [bare(stores, 'history'), bare(stores, 'stepParts')];
  return [
    () => bare(stores, 'projects').put(head),
    ...(list ? [() => bare(stores, 'lists').put(list)] : []),
    ...photos.map((photo) => () => photoStore.put(photo)),
    ...goneObjects.map((key) => () => objectStore.delete(key)),
    ...objects.map((object) => () => objectStore.put(storedObjectRecord(object))),
    ...proposals.map((record) => () => {
      return bare(stores, 'proposals').put(storedProposalsRecord(record));
    }),
    ...changes.goneSteps.flatMap((key) => [
      () => history.delete(key),
      () => stepParts.delete(keysOf(...key)),
    ]),
    ...changes.steps.map((step) => () => history.put(storedStepRecord(step))),
    ...changes.stepParts.map((part) => () => stepParts.put(storedStepPart(part))),
  ];
}

function amendmentsOf(head: ProjectHead): Amendment {
  const { name, turn, classId, shownId, picture, isDeleted } = head;
  return { name, turn, classId, shownId, picture, isDeleted };
}

function quarantine(
  db: Database,
  { head, snapshot: { state }, broken }: AssembledProject,
): Promise<void> {
  const entries = new Map(state.photos.map((photo) => [photo.id, photo]));
  const photoIds = [...entries.keys()];
  // Also those whose record is gone: their files and objects are still there.
  const lost = broken.flatMap(({ store, value }) => (store === 'photos' ? photoIdOf(value) : []));
  const known = new Set([...photoIds, ...Object.keys(state.objects), ...lost]);
  return transact(db, [...PROJECT_STORES, 'quarantine'], async (stores) => {
    const aside = bare(stores, 'quarantine');
    await all([
      ...broken.map(({ store, value, problem }) => {
        return () => aside.put({ projectId: head.id, store, problem, value });
      }),
      ...broken.map((record) => {
        // Each store has keys of its own form; the compiler can't know that this is the one of a record's own store.
        return () => bare(stores, record.store).delete(keyOf(record) as never);
      }),
      () => bare(stores, 'history').delete(keysOf(head.id)),
      () => bare(stores, 'stepParts').delete(keysOf(head.id)),
      () => bare(stores, 'projects').put({ ...head, cursor: 0 }),
      () => bare(stores, 'lists').put({ projectId: head.id, photoIds }),
      ...[...known].map((photoId) => {
        return () => bare(stores, 'photos').put(photoRecord(head.id, photoId, state, entries));
      }),
    ]);
  });
}

function photoIdOf(value: unknown): readonly string[] {
  const { photoId } = Object(value);
  return typeof photoId === 'string' ? [photoId] : [];
}

function duplicate(db: Database, projectId: string, copy: ProjectHead): Promise<void> {
  return transact(db, [...PROJECT_STORES], async (stores) => {
    const original = await stores.objectStore('projects').get(projectId);
    if (!original) return;
    const { id, name, created, turn } = copy;
    await stores.objectStore('projects').put({ ...original, id, name, created, turn });
    const list = await stores.objectStore('lists').get(projectId);
    if (list) await stores.objectStore('lists').put({ ...list, projectId: id });
    for (const name of ['photos', 'objects', 'proposals', 'history', 'stepParts'] as const) {
      const store = stores.objectStore(name);
      const records = await store.getAll(keysOf(projectId));
      const copies = bare(stores, name);
      // The compiler can't know that they go back into the store that they came from.
      await all(records.map((record) => () => copies.put({ ...record, projectId: id } as never)));
    }
  });
}

/** Known by the photo, whichever project it is in. */
const BY_CONTENT = ['files', 'thumbnails', 'reports'] as const;

function purge(db: Database): Promise<void> {
  return transact(db, [...PROJECT_STORES, 'folders', ...BY_CONTENT], async (stores) => {
    const heads = await stores.objectStore('projects').getAll();
    const deleted = heads.filter(({ isDeleted }) => isDeleted);
    await all(
      deleted.flatMap(({ id }) => [
        () => bare(stores, 'projects').delete(id),
        () => bare(stores, 'lists').delete(id),
        () => bare(stores, 'folders').delete(id),
        () => bare(stores, 'photos').delete(keysOf(id)),
        () => bare(stores, 'objects').delete(keysOf(id)),
        () => bare(stores, 'proposals').delete(keysOf(id)),
        () => bare(stores, 'history').delete(keysOf(id)),
        () => bare(stores, 'stepParts').delete(keysOf(id)),
      ]),
    );
    const kept = new Set((await stores.objectStore('photos').getAllKeys()).map(([, id]) => id));
    for (const name of BY_CONTENT) {
      const store = stores.objectStore(name);
      const unwanted = (await store.getAllKeys()).filter((photoId) => !kept.has(photoId));
      await all(unwanted.map((photoId) => () => bare(stores, name).delete(photoId)));
    }
  });
}
