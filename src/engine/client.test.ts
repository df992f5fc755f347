import { describe, expect, test, vi } from 'vitest';
import type { ModelSource } from '../models/source.ts';
import { createEngine } from './client.ts';
import type { Connection } from './connection.ts';
import type { Engine } from './engine.ts';
import { EVERYTHING_DEFAULTS, type EverythingStep } from './everything.ts';
import type {
  Backend,
  Decoded,
  DecodeOutcome,
  EngineProblem,
  Outcome,
  Started,
  StartProgress,
} from './protocol.ts';

const BUNDLED = { kind: 'bundled', baseUrl: 'http://localhost/models/' } as const;
const STORED = { kind: 'stored', id: 'other' } as const;

/**
 * The real client; workers are stood in for by scripts that start or refuse, answer when the test
 * says so, and die when it says so.
 */
describe('climbing the ladder', () => {
  test('the first backend that starts is taken, each try in a worker of its own', async () => {
    const { engine, workers } = setUp({
      'webgpu-fp16': { kind: 'no-adapter' },
      'webgpu-fp32': { kind: 'parity', case: 'conv', error: 3 },
    });
    await engine.start('auto', BUNDLED);
    expect(engine.status.getState()).toMatchObject({
      phase: { kind: 'ready' },
      backend: 'wasm-threads',
      set: { name: 'Model on wasm-threads' },
      rejections: [
        { backend: 'webgpu-fp16', problem: { kind: 'no-adapter' } },
        { backend: 'webgpu-fp32', problem: { kind: 'parity' } },
      ],
    });
    expect(workers.map(({ closed }) => closed)).toEqual([true, true, false]);
  });

  test('a choice starts there and goes down from it', async () => {
    const { engine, workers } = setUp({ 'wasm-threads': { kind: 'no-threads' } });
    await engine.start('wasm-threads', BUNDLED);
    expect(workers.map(({ backend }) => backend)).toEqual(['wasm-threads', 'wasm-single']);
  });

  test('software WebGPU is allowed only for the backend asked for by name', async () => {
    const { engine, workers } = setUp({ 'webgpu-fp16': { kind: 'no-shader-f16' } });
    await engine.start('webgpu-fp16', BUNDLED);
    expect(workers.map(({ allowSoftware }) => allowSoftware)).toEqual([true, false]);
  });

  test('when none starts, the phase has the last problem and so has whoever waits', async () => {
    const missing: EngineProblem = { kind: 'missing-file', file: 'a.onnx', status: 404 };
    const { engine } = setUp({ 'wasm-threads': missing, 'wasm-single': missing });
    const waiting = engine.encode(signal(), photo('a'));
    await engine.start('wasm-threads', BUNDLED);
    expect(engine.status.getState().phase).toEqual({ kind: 'failed', problem: missing });
    expect(await waiting).toEqual({ ok: false, problem: missing });
    expect(await engine.encode(signal(), photo('a'))).toEqual({ ok: false, problem: missing });
  });

  test('progress that comes late doesn’t hide how the start ended', async () => {
    const { engine, workers } = setUp({ 'wasm-single': { kind: 'out-of-memory' } });
    await engine.start('wasm-single', BUNDLED);
    workers[0]?.report({ phase: 'loading', loadedBytes: 1, totalBytes: 2 });
    expect(engine.status.getState().phase.kind).toBe('failed');
  });

  test('a worker that dies while it starts is a rejection', async () => {
    const { engine, workers } = setUp({ 'wasm-threads': 'silent' });
    const starting = engine.start('wasm-threads', BUNDLED);
    workers[0]?.die({ kind: 'worker-died' });
    await starting;
    expect(engine.status.getState()).toMatchObject({
      backend: 'wasm-single',
      rejections: [{ backend: 'wasm-threads', problem: { kind: 'worker-died' } }],
    });
  });

  test('a new choice while a start is under way wins, and the old worker is closed', async () => {
    const { engine, workers } = setUp({ 'wasm-threads': 'silent' });
    const first = engine.start('wasm-threads', BUNDLED);
    await Promise.all([first, engine.start('wasm-single', BUNDLED)]);
    expect(engine.status.getState()).toMatchObject({ backend: 'wasm-single', rejections: [] });
    expect(workers.map(({ closed }) => closed)).toEqual([true, false]);
  });
});

describe('the order of work', () => {
  test('clicks go before previews, and of the previews only the newest is asked for', async () => {
    const { engine, worker } = await ready();
    const blocking = engine.decode(signal(), click('a', 0));
    const previews = [1, 2, 3].map((x) => engine.preview(click('a', x)));
    const clicks = [4, 5].map((x) => engine.decode(signal(), click('a', x)));
    await worker.answerAll();
    expect(worker.decoded).toEqual([0, 4, 5, 3]);
    expect(await Promise.all(previews)).toEqual([null, null, answer(3)]);
    expect(await Promise.all([blocking, ...clicks])).toEqual([0, 4, 5].map(answer));
  });

  test('a closer look goes after clicks and before previews', async () => {
    const { engine, worker } = await ready();
    const { photoId, photoSize, image } = photo('a');
    const box = { x0: 0, y0: 0, x1: photoSize.width, y1: photoSize.height };
    const look = { photoId, model: 'robust', crop: { box, image }, prompt: [] } as const;
    const asked = [
      engine.decode(signal(), click('a', 0)),
      engine.preview(click('a', 1)),
      engine.decodeCrop(signal(), look),
      engine.decode(signal(), click('a', 2)),
    ];
    await worker.answerAll();
    await Promise.all(asked);
    expect(worker.events.slice(1)).toEqual(['decode 0', 'decode 2', 'look closer', 'decode 1']);
  });

  test('no preview is asked for while its photo has no embedding', async () => {
    const { engine, worker } = await ready();
    expect(await engine.preview(click('b', 1))).toBeNull();
    expect(worker.decoded).toEqual([]);
  });

  test('the newest photo is encoded first, a click on it waits for that, an encoded one does not', async () => {
    const { engine, worker } = await ready();
    const blocking = engine.decode(signal(), click('a', 0));
    void engine.encode(signal(), photo('b'));
    const encoded = engine.encode(signal(), photo('c'));
    const onC = engine.decode(signal(), click('c', 1));
    const onA = engine.decode(signal(), click('a', 2));
    await worker.answerAll();
    await Promise.all([blocking, encoded, onC, onA]);
    expect(worker.events).toEqual([
      'encode a',
      'decode 0',
      'decode 2',
      'encode c',
      'decode 1',
      'encode b',
    ]);
  });

  test('work that was aborted before it began is cancelled and never asked for', async () => {
    const { engine, worker } = await ready();
    const abort = new AbortController();
    const blocking = engine.decode(signal(), click('a', 0));
    const dropped = engine.decode(abort.signal, click('a', 1));
    abort.abort();
    expect(await dropped).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    await worker.answerAll();
    await blocking;
    expect(worker.decoded).toEqual([0]);
  });
});

describe('finding everything', () => {
  const request = {
    photoId: 'a',
    photoSize: { width: 1, height: 1 },
    model: 'robust',
    options: EVERYTHING_DEFAULTS,
  } as const;
  const image = { size: { width: 1, height: 1 }, rgb: new Uint8Array(3) };
  const begin = (engine: Engine, abort = new AbortController()) => {
    const seen: number[] = [];
    const found = engine.everything(abort.signal, request, {
      readCrop: async () => image,
      onProgress: ({ done }) => seen.push(done),
    });
    return { abort, seen, found };
  };

  test('clicks and previews go before its next piece', async () => {
    const { engine, worker } = await ready();
    const { found, seen } = begin(engine);
    const clicked = engine.decode(signal(), click('a', 1));
    const hovered = engine.preview(click('a', 2));
    await worker.answerAll();
    await Promise.all([found, clicked, hovered]);
    expect(worker.events.slice(1)).toEqual([
      'everything',
      'decode 1',
      'decode 2',
      'everything',
      'everything with a crop',
    ]);
    expect(seen).toEqual([1, 2]);
    expect(await found).toEqual({ ok: true, value: [] });
  });

  test('when it is aborted it asks no more, and the worker lets go of it', async () => {
    const { engine, worker } = await ready();
    const { abort, found } = begin(engine);
    await Promise.resolve();
    abort.abort();
    await worker.answerAll();
    expect(await found).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(worker.events.slice(1)).toEqual(['everything', 'forget everything']);
  });

  test('a worker that dies under it is replaced, and the new one is asked', async () => {
    const { engine, worker, workers } = await ready();
    const { found } = begin(engine);
    await Promise.resolve();
    worker.die({ kind: 'worker-died' });
    const next = await workerNumber(workers, 1);
    await next.answerAll();
    expect(await found).toEqual({ ok: true, value: [] });
    expect(next.events.slice(0, 2)).toEqual(['encode a', 'everything']);
  });
});

describe('losing a worker', () => {
  test('the photo is encoded again and the click under way is answered', async () => {
    const { engine, worker, workers } = await ready();
    const phases = phasesOf(engine);
    const clicked = engine.decode(signal(), click('a', 7));
    worker.die({ kind: 'worker-died' });
    const next = await workerNumber(workers, 1);
    await next.answerAll();
    expect(await clicked).toEqual(answer(7));
    expect(next.backend).toBe(worker.backend);
    expect(next.events).toEqual(['encode a', 'decode 7']);
    expect(phases).toEqual([
      'decoding',
      'recovering',
      'ready',
      'encoding',
      'ready',
      'decoding',
      'ready',
    ]);
    expect(engine.status.getState().rejections).toEqual([]);
  });

  test('a second loss in a row leads to the next backend, and still nothing is lost', async () => {
    const { engine, worker, workers } = await ready();
    const clicked = engine.decode(signal(), click('a', 7));
    worker.die({ kind: 'device-lost' });
    (await workerNumber(workers, 1)).die({ kind: 'device-lost' });
    const last = await workerNumber(workers, 2);
    await last.answerAll();
    expect(await clicked).toEqual(answer(7));
    expect(engine.status.getState()).toMatchObject({
      backend: 'wasm-single',
      rejections: [{ backend: 'wasm-threads', problem: { kind: 'device-lost' } }],
    });
  });

  test('losses with work done in between are not in a row', async () => {
    const { engine, worker, workers } = await ready();
    worker.die({ kind: 'worker-died' });
    const second = await workerNumber(workers, 1);
    const clicked = engine.decode(signal(), click('a', 7));
    await second.answerAll();
    await clicked;
    second.die({ kind: 'worker-died' });
    expect((await workerNumber(workers, 2)).backend).toBe('wasm-threads');
  });

  test('when the last backend is lost twice, the click is told so', async () => {
    const { engine, workers } = setUp({});
    await engine.start('wasm-single', BUNDLED);
    const clicked = engine.decode(signal(), click('a', 7));
    workers[0]?.die({ kind: 'worker-died' });
    (await workerNumber(workers, 1)).die({ kind: 'worker-died' });
    expect(await clicked).toEqual({ ok: false, problem: { kind: 'worker-died' } });
    expect(engine.status.getState().phase.kind).toBe('failed');
  });

  test('a click whose run failed is tried once more in a new worker, and then told', async () => {
    const { engine, worker, workers } = await ready();
    const problem: EngineProblem = { kind: 'runtime', detail: 'broken' };
    const clicked = engine.decode(signal(), click('a', 7));
    worker.failNext(problem);
    await worker.answerAll();
    const second = await workerNumber(workers, 1);
    second.failNext(problem);
    await second.answerAll();
    expect(await clicked).toEqual({ ok: false, problem });
    expect(workers).toHaveLength(2);
  });

  test('an embedding that the worker no longer has is made again', async () => {
    const { engine, worker } = await ready();
    worker.onDisk.clear();
    worker.failNext({ kind: 'no-embedding' });
    const clicked = engine.decode(signal(), click('a', 7));
    await worker.answerAll();
    expect(await clicked).toEqual(answer(7));
    expect(worker.events).toEqual(['encode a', 'decode 7', 'encode a', 'decode 7']);
  });

  test('another backend is chosen in the middle of a click: the click is answered there', async () => {
    const { engine, workers } = await ready();
    const clicked = engine.decode(signal(), click('a', 7));
    await engine.start('wasm-single', BUNDLED);
    const next = await workerNumber(workers, 1);
    await next.answerAll();
    expect(await clicked).toEqual(answer(7));
    expect(next.events).toEqual(['encode a', 'decode 7']);
  });
});

describe('another model set', () => {
  test('takes over when it is up, and the photo in hand is encoded with it', async () => {
    const { engine, workers, worker } = await ready();
    expect(await engine.adopt(signal(), STORED, () => {})).toMatchObject({ ok: true });
    expect(worker.closed).toBe(true);
    const next = await workerNumber(workers, 1);
    expect(next.source).toEqual(STORED);
    await next.answerAll();
    expect(next.events).toEqual(['encode a']);
  });

  test('that is refused leaves the running one to answer', async () => {
    const { engine, workers, worker, refusals } = await ready();
    refusals['wasm-threads'] = refusals['wasm-single'] = { kind: 'corrupt-file', file: 'a.bin' };
    expect(await engine.adopt(signal(), STORED, () => {})).toEqual({
      ok: false,
      problem: { kind: 'corrupt-file', file: 'a.bin' },
    });
    expect(workers.map(({ closed }) => closed)).toEqual([false, true, true]);
    expect(engine.status.getState()).toMatchObject({ phase: { kind: 'ready' }, rejections: [] });
    const clicked = engine.decode(signal(), click('a', 7));
    await worker.answerAll();
    expect(await clicked).toEqual(answer(7));
  });

  test('that is called off leaves the running one, too', async () => {
    const { engine, workers, refusals } = await ready();
    refusals['wasm-threads'] = 'silent';
    const stop = new AbortController();
    const adopting = engine.adopt(stop.signal, STORED, () => {});
    await workerNumber(workers, 1);
    stop.abort();
    expect(await adopting).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(workers.map(({ closed }) => closed)).toEqual([false, true]);
  });
});

describe('embeddings on disk', () => {
  test('a kept one is taken: no encode, and none is shown', async () => {
    const { engine, worker } = await ready();
    const phases = phasesOf(engine);
    worker.onDisk.add('b');
    expect(await engine.encode(signal(), photo('b'))).toMatchObject({ value: { ran: false } });
    expect(worker.events).toEqual(['encode a']);
    expect(phases).not.toContain('encoding');
  });

  test('a new one is kept once nobody waits any more', async () => {
    const { engine, worker } = await ready();
    void engine.encode(signal(), photo('b'));
    const clicked = engine.decode(signal(), click('b', 7));
    worker.onKeep = () => expect(worker.events).toContain('decode 7');
    await worker.answerAll();
    await clicked;
    expect(worker.onDisk).toContain('b');
    expect.hasAssertions();
  });

  test('the limit is told to every worker', async () => {
    const { engine, workers, worker } = await ready();
    await engine.limitDisk(7);
    expect(worker.diskLimit).toBe(7);
    expect(engine.status.getState().cache.disk.limitBytes).toBe(7);
    await engine.start('wasm-single', BUNDLED);
    expect((await workerNumber(workers, 1)).diskLimit).toBe(7);
  });
});

describe('encoding ahead', () => {
  test('on the CPU a second worker does it, with half the threads, and a click does not wait', async () => {
    const { engine, workers, worker } = await ready();
    await engine.limitDisk(7);
    const ahead = engine.ahead.encode(signal(), photo('b'));
    const helper = await workerNumber(workers, 1);
    expect(helper).toMatchObject({ backend: 'wasm-single', source: BUNDLED });
    const clicked = engine.decode(signal(), click('a', 7));
    await worker.answerAll();
    expect(await clicked).toEqual(answer(7));
    await helper.answerAll();
    expect(await ahead).toMatchObject({ ok: true, value: { ran: true } });
    expect(helper.diskLimit).toBe(7);
    void engine.ahead.encode(signal(), photo('c'));
    await helper.answerAll();
    expect(helper.events).toEqual(['ahead b', 'ahead c']);
    engine.ahead.rest();
    expect(workers.map(({ closed }) => closed)).toEqual([false, true]);
  });

  test('on a GPU the one worker does it, after everything else', async () => {
    const { engine, workers } = setUp({});
    void engine.encode(signal(), photo('a'));
    await engine.start('webgpu-fp16', BUNDLED);
    const worker = workers[0] as ScriptedWorker;
    await worker.answerAll();
    void engine.decode(signal(), click('a', 1));
    const ahead = engine.ahead.encode(signal(), photo('b'));
    void engine.preview(click('a', 2));
    await worker.answerAll();
    expect(await ahead).toMatchObject({ ok: true });
    expect(worker.events).toEqual(['encode a', 'decode 1', 'decode 2', 'ahead b']);
    expect(workers).toHaveLength(1);
  });

  test('a second worker that dies is no loss of the first, and another one takes its place', async () => {
    const { engine, workers, worker } = await ready();
    const ahead = engine.ahead.encode(signal(), photo('b'));
    (await workerNumber(workers, 1)).die({ kind: 'worker-died' });
    expect(await ahead).toEqual({ ok: false, problem: { kind: 'worker-died' } });
    expect(engine.status.getState().phase.kind).toBe('ready');
    expect(worker.closed).toBe(false);
    void engine.ahead.encode(signal(), photo('b'));
    await (await workerNumber(workers, 2)).answerAll();
    expect(workers[2]?.events).toEqual(['ahead b']);
  });

  test('another backend or model set ends the second worker with the first', async () => {
    const { engine, workers } = await ready();
    const ahead = engine.ahead.encode(signal(), photo('b'));
    await workerNumber(workers, 1);
    await engine.start('wasm-single', BUNDLED);
    expect(await ahead).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(workers.map(({ closed }) => closed)).toEqual([true, true, false]);
  });

  test('quiet is when the engine is up and has had nothing to do for a while', async () => {
    const { engine, worker } = await ready();
    const before = performance.now();
    const clicked = engine.decode(signal(), click('a', 7));
    let isQuiet = false;
    const quiet = engine.ahead.untilQuiet(signal()).then(() => {
      isQuiet = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(isQuiet).toBe(false);
    await worker.answerAll();
    await clicked;
    await quiet;
    expect(performance.now() - before).toBeGreaterThan(2000);
    const stop = new AbortController();
    void engine.decode(signal(), click('a', 8));
    const never = engine.ahead.untilQuiet(stop.signal);
    stop.abort();
    await expect(never).rejects.toBe(stop.signal.reason);
  });

  test('says which photos are there already', async () => {
    const { engine, worker } = await ready();
    worker.onDisk.add('c');
    expect(await engine.ahead.kept(['a', 'b', 'c'])).toEqual(new Set(['a', 'c']));
  });
});

test('a disposed engine answers what waits and closes its worker', async () => {
  const { engine, worker } = await ready();
  const clicked = engine.decode(signal(), click('a', 7));
  engine.dispose();
  expect(await clicked).toEqual({ ok: false, problem: { kind: 'cancelled' } });
  expect(worker.closed).toBe(true);
  expect(engine.status.getState().phase.kind).toBe('off');
});

type Refusals = Partial<Record<Backend, EngineProblem | 'silent'>>;

function setUp(refusals: Refusals) {
  const workers: ScriptedWorker[] = [];
  const engine = createEngine({
    selfTestBaseUrl: 'http://localhost/selftest/',
    threads: 2,
    failParity: [],
    connect() {
      const worker = createScriptedWorker(refusals);
      workers.push(worker);
      return worker.connection;
    },
  });
  return { engine, workers, refusals };
}

/** An engine on wasm threads with photo "a" encoded. */
async function ready() {
  const { engine, workers, refusals } = setUp({});
  const encoding = engine.encode(signal(), photo('a'));
  await engine.start('wasm-threads', BUNDLED);
  const worker = workers[0] as ScriptedWorker;
  await worker.answerAll();
  await encoding;
  worker.decoded.length = 0;
  return { engine, workers, worker, refusals };
}

type ScriptedWorker = ReturnType<typeof createScriptedWorker>;

function createScriptedWorker(refusals: Refusals) {
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
  const cache = { count: 1, bytes: 4, limitBytes: 8, disk };
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
      encode: ({ photoId }) =>
        answerLater(`encode ${photoId}`, { ran: true, milliseconds: 5, cache }),
      decode({ prompt }) {
        const x = xOf(prompt);
        script.decoded.push(x);
        return answerLater(`decode ${x}`, decoded(x));
      },
      decodeCrop: () => answerLater('look closer', decoded(9)),
      everythingStep: ({ crop }) =>
        answerLater(
          crop ? 'everything with a crop' : 'everything',
          steps.shift() as EverythingStep,
        ),
      async forgetEverything() {
        script.events.push('forget everything');
      },
      recall: async ({ photoId }) =>
        script.onDisk.has(photoId) ? { ran: false, milliseconds: 1, cache } : null,
      encodeAhead: ({ photoId }) =>
        answerLater(`ahead ${photoId}`, { ran: true, milliseconds: 5, cache }),
      async keep(photoId) {
        script.onKeep();
        script.onDisk.add(photoId);
        return cache;
      },
      keptOnDisk: async (photoIds) => photoIds.filter((id) => script.onDisk.has(id)),
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

function workerNumber(workers: ScriptedWorker[], index: number): Promise<ScriptedWorker> {
  return vi.waitFor(() => {
    const worker = workers[index];
    if (!worker?.backend) throw new Error(`no worker ${index}`);
    return worker;
  });
}

function phasesOf(engine: Engine): string[] {
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
  } as const;
  const set = { ...facts, name: `Model on ${backend}` };
  return { ok: true, value: { set, kinds: ['robust', 'plain'], threads: 2, adapter: null } };
}

function photo(photoId: string) {
  const size = { width: 1, height: 1 };
  return { photoId, photoSize: size, image: { size, rgb: new Uint8Array(3) } };
}

function click(photoId: string, x: number) {
  const step = { kind: 'point', at: { x, y: 0 }, label: 'include', candidate: null } as const;
  return { photoId, model: 'robust', prompt: [step] } as const;
}

function xOf(
  prompt: ReturnType<typeof click>['prompt'] | Parameters<Engine['preview']>[0]['prompt'],
): number {
  const [step] = prompt;
  return step?.kind === 'point' ? step.at.x : Number.NaN;
}

/** A mask that tells which click it answers. */
function decoded(x: number): Decoded {
  const mask = { size: { width: 1, height: 1 }, runs: Uint32Array.of(x) };
  return { mask, token: 0, candidates: [], milliseconds: 1 };
}

/** A piece, a crop that is needed, the end. */
function stepsOfARun(): EverythingStep[] {
  const progress = (done: number) => ({ done, total: 2, found: 0 });
  const box = { x0: 0, y0: 0, x1: 1, y1: 1 };
  return [
    { kind: 'working', progress: progress(1) },
    { kind: 'needs-crop', box, progress: progress(2) },
    { kind: 'finished', masks: [] },
  ];
}

function answer(x: number): DecodeOutcome {
  return { ok: true, value: decoded(x) };
}

function signal(): AbortSignal {
  return new AbortController().signal;
}
