import { expect, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { mapsOf } from '../../adjust/maps.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Degrader } from '../../degrade/client.ts';
import type { Degraded } from '../../degrade/protocol.ts';
import type { Stack } from '../../degrade/stack.ts';
import type { Engine, EngineStatus } from '../../engine/engine.ts';
import type {
  EverythingOutcome,
  EverythingParts,
  EverythingRequest,
} from '../../engine/everything.ts';
import type {
  CropRequest,
  Decoded,
  DecodeOutcome,
  DecodeRequest,
  Encoded,
  Outcome,
} from '../../engine/protocol.ts';
import { createDatasets, type Datasets } from '../../formats/client.ts';
import type { Offline } from '../../offline/client.ts';
import type {
  CropResult,
  ModelImageResult,
  PhotoResult,
  PictureResult,
  ProbeResult,
  ThumbnailResult,
} from '../../photo/protocol.ts';
import { createConnection } from '../../projects/database.ts';
import { createProjectFiles } from '../../projects/file/client.ts';
import { createStoredFiles } from '../../projects/files.ts';
import { createFolderLinks } from '../../projects/folders.ts';
import { createPages } from '../../projects/pages.ts';
import { createStoredReports } from '../../projects/reports.ts';
import { createProjectStore } from '../../projects/store.ts';
import { createStoredThumbnails } from '../../projects/thumbnails.ts';
import { measurePhoto } from '../../report/measure.ts';
import { reshapeMask } from '../../reshape/reshape.ts';
import type { Scorer } from '../../scoring/client.ts';
import { scorePhoto } from '../../scoring/pairs.ts';
import { createAnnotator } from '../create.ts';
import type { ProjectParts } from '../projects/wing.ts';
import { createStores } from '../stores.ts';

/**
 * The real verbs, document and view; engine and photo loader answer when the test says so, since
 * the order of answers is what these tests are about. The real ones run in the end-to-end tests.
 */
const size = { width: 4, height: 2 };
const white = { size, rgba: new Uint8ClampedArray(32).fill(255) };
/** Report of a white photo. */
export const plainReport = measurePhoto(white, white);
export const plainMaps = mapsOf(white);

interface Waiting {
  readonly request: DecodeRequest;
  answer(outcome: DecodeOutcome): void;
}

interface CloseLook {
  readonly request: CropRequest;
  answer(outcome: Outcome<Decoded>): void;
}

interface Degrading {
  readonly stack: Stack;
  answer(degraded: Degraded): void;
}

interface Search {
  readonly signal: AbortSignal;
  readonly request: EverythingRequest;
  readonly parts: EverythingParts;
  answer(outcome: EverythingOutcome): void;
}

interface AheadEncode {
  readonly photoId: string;
  answer(outcome: Outcome<Encoded>): void;
}

export function decoded(foreground: number): { ok: true; value: Decoded } {
  const mask = { size, runs: Uint32Array.of(8 - foreground, foreground) };
  const candidates = [1, 2, 3].map((token) => ({ token, predictedIou: 0.9, area: foreground }));
  return { ok: true, value: { mask, tidied: null, token: 1, candidates, milliseconds: 1 } };
}

export const noOffline: Offline = {
  status: createStore(() => ({ use: { kind: 'unknown' }, hasUpdate: false })),
  keep: async () => {},
  canIsolate: async () => false,
  update: async () => {},
  reload: () => {},
  takeShared: async () => [],
  tellWork: () => {},
  isWorkElsewhere: async () => false,
};

/** Node keeps nothing: projects are there as long as the test, as in a window without storage. */
export function projectsInMemory(projectFiles = createProjectFiles()): ProjectParts {
  const database = createConnection();
  return {
    store: createProjectStore(database),
    files: createStoredFiles(database),
    thumbnails: createStoredThumbnails(database),
    reports: createStoredReports(database),
    projectFiles,
    folders: createFolderLinks(database),
    pages: createPages(),
    mayAsk: false,
  };
}

/** A world whose model set has these kinds. */
export function setUp(
  kinds: readonly ModelKind[] = ['robust', 'plain'],
  datasets: Datasets = createDatasets(),
  offline: Offline = noOffline,
  scorer: Scorer = { score: async (_signal, ...asked) => scorePhoto(...asked) },
  projects: ProjectParts = projectsInMemory(),
) {
  const decodes: Waiting[] = [];
  const previews: Waiting[] = [];
  const encodes: (() => void)[] = [];
  const encoded = new Set<string>();
  const degrades: Degrading[] = [];
  const searches: Search[] = [];
  const zooms: CloseLook[] = [];
  const ask = (list: Waiting[], request: DecodeRequest) =>
    new Promise<DecodeOutcome>((answer) => list.push({ request, answer }));
  const disk = { count: 0, bytes: 0, limitBytes: 0, trouble: null };
  const cache = { count: 0, bytes: 0, limitBytes: 0, working: 0, disk };
  const ahead = { encodes: [] as AheadEncode[], onDisk: new Set<string>() };
  /** Photos whose pixels turn out to be broken. */
  const unreadable = new Set<string>();
  const engine: Engine = {
    status: createStore<EngineStatus>(() => ({
      phase: { kind: 'ready' },
      choice: 'auto',
      backend: 'wasm-single',
      threads: 1,
      adapter: null,
      set: null,
      kinds,
      rejections: [],
      lastEncodeMilliseconds: null,
      lastDecodeMilliseconds: null,
      cache,
    })),
    start: async () => {},
    adopt: async () => ({ ok: false, problem: { kind: 'cancelled' } }),
    encode: (_signal, { photoId }) =>
      new Promise((resolve) => {
        const finish = (ran: boolean) =>
          resolve({ ok: true, value: { ran, kinds, milliseconds: 1, cache } });
        // What was encoded once is kept, for either model.
        if (encoded.has(photoId)) return finish(false);
        encodes.push(() => {
          encoded.add(photoId);
          finish(true);
        });
      }),
    decode: (_signal, request) => ask(decodes, request),
    preview: (request) => ask(previews, request),
    decodeCrop: (_signal, request) => new Promise((answer) => zooms.push({ request, answer })),
    everything: (signal, request, parts) =>
      new Promise((answer) => searches.push({ signal, request, parts, answer })),
    limitMemory: async () => {},
    limitDisk: async () => {},
    ahead: {
      untilQuiet: async (signal) => signal.throwIfAborted(),
      encode: (_signal, { photoId }) =>
        new Promise((answer) => ahead.encodes.push({ photoId, answer })),
      kept: async (photoIds) => new Set(photoIds.filter((id) => ahead.onDisk.has(id))),
      rest: () => {},
    },
    clearCache: async () => {},
    dispose: () => {},
  };
  const load = async (file: Blob): Promise<PhotoResult> => {
    const id = await file.text();
    if (id === 'broken') return { ok: false, problem: { kind: 'not-an-image' } };
    const bitmap = { width: 4, height: 2, close: () => {} } as ImageBitmap;
    const thumbnail = { bitmap, file: new Blob(), report: plainReport };
    const modelImage = { size, rgb: new Uint8Array(24) };
    const facts = { id, size, format: 'png' } as const;
    return { ok: true, photo: { ...facts, levels: [], maps: plainMaps, modelImage, thumbnail } };
  };
  const probe = async (file: Blob): Promise<ProbeResult> => {
    return { ok: true, facts: { id: await file.text(), size, format: 'png' } };
  };
  const thumbnail = async (): Promise<ThumbnailResult> => {
    return { ok: false, problem: { kind: 'not-an-image' } };
  };
  const modelImage = async (file: Blob): Promise<ModelImageResult> => {
    if (unreadable.has(await file.text())) {
      return { ok: false, problem: { kind: 'truncated', format: 'png' } };
    }
    const result = await load(file);
    if (!result.ok) return result;
    const { modelImage: image, thumbnail } = result.photo;
    return { ok: true, size, image, report: thumbnail.report };
  };
  const picture = async (file: Blob): Promise<PictureResult> => {
    const bitmap = { width: 4, height: 2, close: () => {} } as ImageBitmap;
    return (await file.text()) === 'broken'
      ? { ok: false, problem: { kind: 'not-an-image' } }
      : { ok: true, picture: bitmap };
  };
  const crop = async (): Promise<CropResult> => {
    return { ok: true, image: { size, rgb: new Uint8Array(24) } };
  };
  const degrader: Degrader = {
    preview: async () => null,
    degrade: (signal, _picture, stack) =>
      new Promise((answer, refuse) => {
        degrades.push({ stack, answer });
        signal.addEventListener('abort', () => refuse(signal.reason));
      }),
    end: () => {},
  };
  const annotator = createAnnotator({
    stores: createStores(),
    engine,
    photos: { load, picture, crop, probe },
    background: { probe, thumbnail, modelImage },
    projects,
    datasets,
    reshaper: { reshape: async (...asked) => reshapeMask(...asked) },
    scorer,
    degrader,
    sets: {
      list: async () => [],
      take: async () => ({ ok: false, problem: { kind: 'cancelled' } }),
      remove: async () => {},
    },
    bundled: { kind: 'bundled', baseUrl: 'http://localhost/models/' },
    offline,
  });
  return {
    ...{ annotator, engine, decodes, previews, encodes, searches, zooms, ahead, unreadable },
    degrades,
  };
}

export type World = ReturnType<typeof setUp>;

export const file = (id: string) => new File([id], `${id}.png`);
export const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Opens a photo and waits until it takes clicks. */
export async function openPhoto({ annotator, encodes }: World, id: string): Promise<void> {
  const before = encodes.length;
  void annotator.openFiles([file(id)]);
  await vi.waitFor(() => expect(encodes.length).toBe(before + 1));
  encodes.at(-1)?.();
  await settle();
}
