import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ModelSource } from '../../models/source.ts';
import { createEngine } from '../client.ts';
import type { Connection } from '../connection.ts';
import { createEncodeTimes } from '../encode-times.ts';
import { type Engine, OFF } from '../engine.ts';
import type { EverythingStep } from '../everything.ts';
import type {
  Backend,
  Encoded,
  EngineProblem,
  Outcome,
  SeenPhoto,
  Started,
  StartProgress,
} from '../protocol.ts';
import { decoded, photo, signal, stepsOfARun, xOf } from './asked.ts';

/**
 * For tests of the real client: workers are stood in for by scripts that start or refuse, answer when
 * the test says so, and die when it says so.
 */
export const BUNDLED = { kind: 'bundled', baseUrl: 'http://localhost/models/' } as const;
export const STORED = { kind: 'stored', id: 'other' } as const;

export type Refusals = Partial<Record<Backend, EngineProblem | 'silent'>>;

export function setUp(refusals: Refusals) {
  const workers: ScriptedWorker[] = [];
  const engine = createEngine({
    status: createStore(() => OFF),
    selfTestBaseUrl: 'http://localhost/selftest/',
    threads: 2,
    failParity: [],
    keepsOnDisk: true,
    times: createEncodeTimes(() => localStorage),
    connect() {
      const worker = createScriptedWorker(refusals);
      workers.push(worker);
      return worker.connection;
    },
  });
  return { engine, workers, refusals };
}

/** An engine on wasm threads with photo "a" encoded. */
export async function ready() {
  const { engine, workers, refusals } = setUp({});
  const encoding = engine.encode(signal(), photo('a'));
  await engine.start('wasm-threads', BUNDLED);
  const worker = workers[0] as ScriptedWorker;
  await worker.answerAll();
  await encoding;
  worker.decoded.length = 0;
  return { engine, workers, worker, refusals };
}

export type ScriptedWorker = ReturnType<typeof createScriptedWorker>;

export function createScriptedWorker(refusals: Refusals) {
  const waiting: (() => void)[] = [];
  const failures: (EngineProblem | { readonly kind: 'no-embedding' })[] = [];
  let end: (problem: EngineProblem) => void = () => {};
  const ended = new Promise<EngineProblem>((resolve) => {
    end = resolve;
  });

  function answerLater<T>(event: string, value: T) {
    script.events.push(event);
    return new Promise<{ ok: true; value: T } | { ok: false; problem: never }>((resolve) => {
      waiting.push(() => {
        const problem = event.startsWith('decode') ? failures.shift() : undefined;
        resolve(problem ? { ok: false, problem: problem as never } : { ok: true, value });
      });
    });
  }

  const steps = stepsOfARun();
  const disk = { count: 0, bytes: 0, limitBytes: 0, trouble: null };
  const cache = { count: 1, bytes: 4, limitBytes: 8, working: 0, disk };
  /** Each model sees photos through an encoder of its own. */
  const encoded = ({ model }: SeenPhoto, ran: boolean): Encoded => {
    return { ran, kinds: [model], milliseconds: 5, steps: null, cache };
  };
  const connection: Connection = {
    ended,
    start({ backend, allowSoftwareAdapter, source }, onProgress) {
      script.report = onProgress;
      script.backend = backend;
      script.source = source;
      script.allowSoftware = allowSoftwareAdapter;
      const refusal = refusals[backend];
      if (refusal === 'silent') return new Promise(() => {});
      return Promise.resolve(refusal ? { ok: false, problem: refusal } : started(backend));
    },
    close() {
      script.closed = true;
      end({ kind: 'cancelled' });
    },
    worker: {
      encode: (photo) => answerLater(`encode ${seen(photo)}`, encoded(photo, true)),
      decode({ prompt }) {
        const x = xOf(prompt);
        script.decoded.push(x);
        return answerLater(`decode ${x}`, decoded(x));
      },
      explain: async () => ({ ok: false, problem: { kind: 'no-embedding' } }),
      decodeCrop: () => answerLater('zoom', decoded(9)),
      everythingStep: ({ crop }) =>
        answerLater(
          crop ? 'everything with a crop' : 'everything',
          steps.shift() as EverythingStep,
        ),
      follow: () => answerLater('follow', { ...decoded(9), likeness: 1, expectedIou: 1 }),
      async forgetEverything() {
        script.events.push('forget everything');
      },
      recall: async (photo) => (script.onDisk.has(seen(photo)) ? encoded(photo, false) : null),
      encodeAhead: (photo) => answerLater(`ahead ${photo.photoId}`, encoded(photo, true)),
      async keep(photo) {
        script.onKeep();
        script.onDisk.add(seen(photo));
        return cache;
      },
      keptOnDisk: async (photoIds) => photoIds.filter((id) => script.onDisk.has(id)),
      async limitMemory(bytes) {
        script.memoryLimit = bytes;
        return { ...cache, limitBytes: bytes };
      },
      async limitDisk(bytes) {
        script.diskLimit = bytes;
        return { ...cache, disk: { ...disk, limitBytes: bytes } };
      },
      clearCache: async () => cache,
    },
  };

  const script = {
    connection,
    backend: null as Backend | null,
    source: null as ModelSource | null,
    allowSoftware: false,
    report: (_progress: StartProgress) => {},
    closed: false,
    events: [] as string[],
    /** Photos whose embedding it finds. */
    onDisk: new Set<string>(),
    diskLimit: null as number | null,
    memoryLimit: null as number | null,
    onKeep: () => {},
    /** x of the clicks it was asked for. */
    decoded: [] as number[],
    die: end,
    /** The next decode's answer. */
    failNext: (problem: EngineProblem | { readonly kind: 'no-embedding' }) =>
      failures.push(problem),
    /** Answers until nothing more is asked. */
    async answerAll() {
      await settle();
      while (waiting.length > 0) {
        waiting.shift()?.();
        await settle();
      }
    },
  };
  return script;
}

/** Lets every promise that can settle do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export function workerNumber(workers: ScriptedWorker[], index: number): Promise<ScriptedWorker> {
  return vi.waitFor(() => {
    const worker = workers[index];
    if (!worker?.backend) throw new Error(`no worker ${index}`);
    return worker;
  });
}

export function phasesOf(engine: Engine): string[] {
  const phases: string[] = [];
  engine.status.subscribe(({ phase }, before) => {
    if (phase.kind !== before.phase.kind) phases.push(phase.kind);
  });
  return phases;
}

function started(backend: Backend): Outcome<Started> {
  const facts = {
    id: 'm',
    bytes: 1,
    precision: 'fp32',
    provenance: 'made by hand',
    licence: 'MIT',
    isOfficial: false,
  } as const;
  const set = { ...facts, name: `Model on ${backend}` };
  const kinds = ['robust', 'plain'] as const;
  return {
    ok: true,
    value: { set, kinds, threads: 2, adapter: null },
  };
}

/** "a", or "a for plain". */
function seen({ photoId, model }: SeenPhoto): string {
  return model === 'plain' ? `${photoId} for plain` : photoId;
}
