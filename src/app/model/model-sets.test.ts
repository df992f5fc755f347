import { describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createDegrader } from '../../degrade/client.ts';
import type { Engine, EngineStatus } from '../../engine/engine.ts';
import type { EngineProblem } from '../../engine/protocol.ts';
import { createDatasets } from '../../formats/client.ts';
import type { SetProblem } from '../../models/problems.ts';
import type { ModelSource } from '../../models/source.ts';
import { createReshaper } from '../../reshape/client.ts';
import { createAnnotator } from '../create.ts';
import { createStores } from '../stores.ts';
import { noOffline, projectsInMemory } from '../testing/world.ts';

const BUNDLED = { kind: 'bundled', baseUrl: 'http://localhost/models/' } as const;
const OTHER = { id: 'other', name: 'Other set', bytes: 5e6 };
const STORED = { kind: 'stored', id: 'other' } as const;
const DAMAGED: EngineProblem = { kind: 'corrupt-file', file: 'encoder.bin' };

interface Wrong {
  /** What is wrong with the set when it is read. */
  readonly read?: SetProblem;
  /** What is wrong with a stored set when it is started. */
  readonly start?: EngineProblem;
}

/** The real verbs; engine and storage do as they are told. */
function setUp(wrong: Wrong = {}) {
  const kept = new Map<string, typeof OTHER>();
  const started: ModelSource[] = [];
  const status = createStore<EngineStatus>(
    () => ({ phase: { kind: 'off' }, cache: { disk: { trouble: null } } }) as EngineStatus,
  );
  const bring = (source: ModelSource) => {
    started.push(source);
    return source.kind === 'stored' ? wrong.start : undefined;
  };
  const engine = {
    status,
    async start(_choice: unknown, source: ModelSource) {
      const problem = bring(source);
      status.setState({ phase: problem ? { kind: 'failed', problem } : { kind: 'ready' } });
    },
    async adopt(_signal: unknown, source: ModelSource) {
      const problem = bring(source);
      return problem ? { ok: false, problem } : { ok: true, value: OTHER };
    },
    limitMemory: async () => {},
    limitDisk: async () => {},
  } as unknown as Engine;
  const sets = {
    list: async () => [...kept.values()],
    remove: async (id: string) => void kept.delete(id),
    async take() {
      if (wrong.read) return { ok: false, problem: wrong.read } as const;
      kept.set(OTHER.id, OTHER);
      return { ok: true, value: OTHER } as const;
    },
  };
  const photos = { load: vi.fn(), picture: vi.fn(), crop: vi.fn(), probe: vi.fn() };
  const datasets = createDatasets();
  const reshaper = createReshaper();
  const background = { probe: vi.fn(), thumbnail: vi.fn(), modelImage: vi.fn() };
  const projects = projectsInMemory();
  const parts = {
    stores: createStores(),
    engine,
    photos,
    background,
    projects,
    datasets,
    sets,
    reshaper,
    scorer: { score: async () => ({ pairs: [], missed: [], surplus: [] }) },
    degrader: createDegrader(),
    bundled: BUNDLED,
  };
  const annotator = createAnnotator({ ...parts, offline: noOffline });
  const notices = () => annotator.view.getState().notices.map(({ text }) => text);
  return { annotator, kept, started, notices };
}

/** Node has none. */
function stubStorage(stored: Record<string, string>) {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(stored, { [key]: value }),
    removeItem: (key: string) => delete stored[key],
  });
  return stored;
}

const zip = [Object.assign(new File(['zip'], 'other.zip'), { webkitRelativePath: '' })];
const KEY = 'robustsam-annotator.model-set';

describe('model sets', () => {
  test('one that is taken is used, and remembered for the next start', async () => {
    const storage = stubStorage({});
    const { annotator, started, notices } = setUp();
    await annotator.startModel('auto');
    await annotator.loadSet(zip);
    expect(started).toEqual([BUNDLED, STORED]);
    expect(annotator.modelSets.getState()).toEqual({
      stored: [OTHER],
      chosen: 'other',
      work: null,
    });
    expect(storage[KEY]).toBe('other');
    expect(notices()).toEqual([]);
  });

  test('one that can’t be read is named with its reason, and nothing is started', async () => {
    stubStorage({});
    const { annotator, started, notices } = setUp({ read: { kind: 'damaged', name: 'a.bin' } });
    await annotator.loadSet(zip);
    expect(started).toEqual([]);
    expect(notices()).toEqual([expect.stringMatching(/^other\.zip: The file a\.bin is damaged/)]);
    expect(annotator.modelSets.getState()).toEqual({ stored: [], chosen: null, work: null });
  });

  test('one that does not run is not kept, and the choice stays', async () => {
    stubStorage({});
    const { annotator, kept, notices } = setUp({ start: DAMAGED });
    await annotator.loadSet(zip);
    expect([...kept]).toEqual([]);
    expect(notices()).toEqual([expect.stringMatching(/^Other set: .*The model in use stays\.$/)]);
    expect(annotator.modelSets.getState()).toMatchObject({ stored: [], chosen: null });
  });

  test('one that is broken at the start gives way to the built-in one', async () => {
    const storage = stubStorage({ [KEY]: 'other' });
    const { annotator, kept, started, notices } = setUp({ start: DAMAGED });
    kept.set(OTHER.id, OTHER);
    await annotator.startModel('auto');
    expect(started).toEqual([STORED, BUNDLED]);
    expect(notices()).toEqual([expect.stringMatching(/^Other set can’t be used\. .*encoder\.bin/)]);
    expect(storage[KEY]).toBeUndefined();
  });

  test('removing the one in use goes back to the built-in one first', async () => {
    stubStorage({ [KEY]: 'other' });
    const { annotator, kept, started } = setUp();
    kept.set(OTHER.id, OTHER);
    await annotator.startModel('auto');
    await annotator.removeSet('other');
    expect(started).toEqual([STORED, BUNDLED]);
    expect(annotator.modelSets.getState()).toEqual({ stored: [], chosen: null, work: null });
  });
});
