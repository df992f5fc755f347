import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
  unwrap,
  wrap,
} from 'idb';
import { answered } from '../browser/answered.ts';
import type { Stamp } from '../disk/files.ts';
import type { KnownFile } from '../disk/plan.ts';
import type { PhotoFigures } from '../report/report.ts';
import type {
  ListRecord,
  ObjectRecord,
  PhotoRecord,
  ProjectHead,
  ProposalsRecord,
  StepPartRecord,
  StepRecord,
} from './records.ts';
import type { Stored } from './stored.ts';

/** Where a photo's pixels are: its file on the disk, or a copy of it. */
export interface FileRecord {
  readonly photoId: string;
  readonly copy: Blob | null;
  readonly handle: FileSystemFileHandle | null;
  /** The folder that was opened: leave to read it is leave to read all its photos. */
  readonly folder: FileSystemDirectoryHandle | null;
}

export interface ThumbnailRecord {
  readonly photoId: string;
  /** A small JPEG. */
  readonly picture: Blob;
  /** By the clock: all that depends on it is which goes first. */
  readonly madeAt: number;
}

/** What was measured of a photo; known by its content, as its thumbnail is. */
export interface ReportRecord {
  readonly photoId: string;
  readonly figures: PhotoFigures;
}

/** The folder on the disk into which a project writes its labels. */
export interface FolderRecord {
  readonly projectId: string;
  readonly handle: FileSystemDirectoryHandle;
  readonly format: string;
  /** Where each photo that lies in it does, by id. */
  readonly photos: readonly (readonly [photoId: string, path: string])[];
  /** The label file of formats that have one for all photos. */
  readonly wholePath: string;
  /** Classes as files that were there number them. */
  readonly classNames: readonly string[];
  /** By path: what was last seen to agree, and how to tell that nobody wrote since. */
  readonly known: readonly (readonly [path: string, KnownFile & Stamp])[];
  /** Milliseconds since 1970; null: nothing yet. */
  readonly writtenAt: number | null;
}

/** A record that could not be understood, as it was found. */
export interface QuarantinedRecord {
  readonly projectId: string;
  readonly store: string;
  readonly problem: string;
  readonly value: unknown;
}

export interface Stores extends DBSchema {
  projects: { key: string; value: ProjectHead };
  lists: { key: string; value: ListRecord };
  photos: { key: [string, string]; value: PhotoRecord };
  objects: { key: [string, string, string]; value: Stored<ObjectRecord> };
  proposals: { key: [string, string]; value: Stored<ProposalsRecord> };
  history: { key: [string, number]; value: Stored<StepRecord> };
  stepParts: { key: [string, number, number]; value: Stored<StepPartRecord> };
  files: { key: string; value: FileRecord };
  thumbnails: { key: string; value: ThumbnailRecord; indexes: { 'by-age': number } };
  reports: { key: string; value: ReportRecord };
  folders: { key: string; value: FolderRecord };
  quarantine: { key: number; value: QuarantinedRecord };
}

export type Database = IDBPDatabase<Stores>;

/** What one project is made of. */
export const PROJECT_STORES = [
  'projects',
  'lists',
  'photos',
  'objects',
  'proposals',
  'history',
  'stepParts',
] as const;

/** A transaction that writes a project. */
export type ProjectStores = IDBPTransaction<Stores, (typeof PROJECT_STORES)[number][], 'readwrite'>;

const NAME = 'robustsam-annotator';
/** Version of the stores: each has its step in `createStores`. With 6 masks are packed, which pages before it can't read. */
const VERSION = 6;

/** Opens the database when it is first needed, and again after the browser closed it. */
export interface Connection {
  /** Rejects where the browser keeps nothing, and with a `VersionError` once a newer page has changed it. */
  open(): Promise<Database>;
}

export function createConnection(): Connection {
  let opened: Promise<Database> | null = null;

  function forget(): void {
    opened = null;
  }

  async function connect(): Promise<Database> {
    if (!('indexedDB' in globalThis)) throw new DOMException('no IndexedDB', 'NotSupportedError');
    const opening = openDB<Stores>(NAME, VERSION, {
      upgrade: createStores,
      // A newer page waits to change the database: what this one still has to write is refused then.
      blocking(_current, _blocked, event) {
        // What is asked to close is always the open database itself.
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    return answered(opening).catch((error) => {
      // One that comes late would keep newer pages waiting.
      opening.then(
        (late) => late.close(),
        () => {},
      );
      throw error;
    });
  }

  return {
    open() {
      opened ??= connect().catch((error) => {
        forget();
        throw error;
      });
      return opened;
    },
  };
}

/** Later versions add their steps here, one `if (from < n)` each. */
function createStores(db: Database, from: number): void {
  if (from < 1) {
    db.createObjectStore('projects', { keyPath: 'id' });
    db.createObjectStore('lists', { keyPath: 'projectId' });
    db.createObjectStore('photos', { keyPath: ['projectId', 'photoId'] });
    db.createObjectStore('objects', { keyPath: ['projectId', 'photoId', 'object.id'] });
    db.createObjectStore('proposals', { keyPath: ['projectId', 'photoId'] });
    db.createObjectStore('history', { keyPath: ['projectId', 'number'] });
    db.createObjectStore('files', { keyPath: 'photoId' });
    db.createObjectStore('quarantine', { autoIncrement: true });
  }
  if (from < 2) {
    const thumbnails = db.createObjectStore('thumbnails', { keyPath: 'photoId' });
    thumbnails.createIndex('by-age', 'madeAt');
  }
  if (from < 3) db.createObjectStore('stepParts', { keyPath: ['projectId', 'number', 'part'] });
  if (from < 4) db.createObjectStore('reports', { keyPath: 'photoId' });
  if (from < 5) db.createObjectStore('folders', { keyPath: 'projectId' });
}

/** All keys that begin with the project's id, and go on so. */
export function keysOf(projectId: string, ...more: readonly number[]): IDBKeyRange {
  return IDBKeyRange.bound([projectId, ...more], [projectId, ...more, []]);
}

/**
 * One transaction that is either on the disk as a whole once this resolves, or not at all (`relaxed`:
 * a moment later). `work` may wait for nothing but its own requests.
 */
export async function transact<Names extends StoreNames<Stores>[], Result>(
  db: Database,
  names: Names,
  work: (stores: IDBPTransaction<Stores, Names, 'readwrite'>) => Promise<Result>,
  durability: IDBTransactionDurability = 'strict',
): Promise<Result> {
  const stores = db.transaction(names, 'readwrite', { durability });
  // Whoever is refused hears it from the requests, or here.
  stores.done.catch(() => {});
  try {
    const result = await work(stores);
    await stores.done;
    return result;
  } catch (error) {
    // What was asked for before must not be written alone.
    abort(stores);
    throw stores.error ?? error;
  }
}

/** Time for making requests, after which the page answers. */
const SLICE_MILLISECONDS = 20;

/**
 * A store whose requests are bare, for `all`: promises for a hundred thousand of them would take a sixth of the time
 * that the writing takes.
 */
export function bare<Names extends StoreNames<Stores>[], Name extends Names[number]>(
  stores: IDBPTransaction<Stores, Names, 'readwrite'>,
  name: Name,
): BareStore<Name> {
  return unwrap(stores.objectStore(name));
}

interface BareStore<Name extends StoreNames<Stores>> {
  put(value: Stores[Name]['value']): IDBRequest;
  delete(key: Stores[Name]['key'] | IDBKeyRange): IDBRequest;
}

/**
 * Requests of one transaction, made slice by slice; after each it tells how many were answered, from 0 to 1. Answers
 * come in the order of the requests, and one that is refused ends the transaction with all that follow.
 */
export async function all(
  requests: readonly (() => IDBRequest)[],
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  let last: IDBRequest | null = null;
  let since = performance.now();
  for (const [i, request] of requests.entries()) {
    last = request();
    if (performance.now() - since < SLICE_MILLISECONDS) continue;
    await wrap(last);
    onProgress((i + 1) / requests.length);
    since = performance.now();
  }
  if (last) await wrap(last);
}

function abort(stores: Pick<IDBTransaction, 'abort'>): void {
  try {
    stores.abort();
  } catch {
    // It is over already.
  }
}
