import { expect, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Decoded } from '../../engine/protocol.ts';
import { createDatasets, type Datasets } from '../../formats/client.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import type { Offline } from '../../offline/client.ts';
import { createConnection } from '../../projects/database.ts';
import { createProjectFiles } from '../../projects/file/client.ts';
import { createStoredFiles } from '../../projects/files.ts';
import { createFolderLinks } from '../../projects/folders.ts';
import { createPages } from '../../projects/pages.ts';
import { createStoredReports } from '../../projects/reports.ts';
import { createProjectStore } from '../../projects/store.ts';
import { createStoredThumbnails } from '../../projects/thumbnails.ts';
import { reshapeMask } from '../../reshape/reshape.ts';
import type { Scorer } from '../../scoring/client.ts';
import { scorePhoto } from '../../scoring/pairs.ts';
import { createAnnotator } from '../create.ts';
import type { ProjectParts } from '../projects/wing.ts';
import { createStores } from '../stores.ts';
import { createAskedEngine } from './asked-engine.ts';
import { createAskedDegrader, createPlainPhotos } from './plain-photos.ts';

const size = { width: 4, height: 2 };

export function decoded(foreground: number): { ok: true; value: Decoded } {
  const mask = { size, runs: Uint32Array.of(8 - foreground, foreground) };
  const candidates = [1, 2, 3].map((token) => ({ token, predictedIou: 0.9, area: foreground }));
  const steps = { feeds: 1, decoder: 1, choice: 1, mask: 1, tidy: 1 };
  return { ok: true, value: { mask, tidied: null, token: 1, candidates, milliseconds: 1, steps } };
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

interface WorldParts {
  readonly datasets?: Datasets;
  readonly offline?: Offline;
  readonly scorer?: Scorer;
  readonly projects?: ProjectParts;
}

/**
 * The real verbs, document and view; engine and photo loader answer when the test says so, since the order of answers
 * is what these tests are about. The real ones run in the end-to-end tests. `kinds`: those of the model set.
 */
export function setUp(
  kinds: readonly ModelKind[] = ['robust', 'plain'],
  {
    datasets = createDatasets(),
    offline = noOffline,
    scorer = { score: async (_signal, ...asked) => scorePhoto(...asked) },
    projects = projectsInMemory(),
  }: WorldParts = {},
) {
  const { engine, ...asked } = createAskedEngine(kinds);
  const { photos, background, ...files } = createPlainPhotos();
  const { degrader, degrades, restores } = createAskedDegrader();
  const annotator = createAnnotator({
    stores: createStores(),
    engine,
    photos,
    background,
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
  return { annotator, engine, ...asked, ...files, degrades, restores };
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

/** Clicks, and gets a mask of `foreground` pixels. */
export async function findMask({ annotator, decodes }: World, foreground = 3): Promise<void> {
  void annotator.addPoint({ x: 1, y: 1 }, 'include');
  await settle();
  decodes.at(-1)?.answer(decoded(foreground));
  await settle();
}

/** The same, and keeps it. */
export async function keepObject(world: World, foreground?: number): Promise<void> {
  await findMask(world, foreground);
  await world.annotator.keep();
}

/** A box drawn by hand, onto what is selected. */
export function drawBox({ annotator }: World, { x0, y0, x1, y1 }: ImageBox, removes = false): void {
  const points = [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
  annotator.setDraft({ kind: 'area', removes, points, open: null });
  annotator.applyDraft();
}
