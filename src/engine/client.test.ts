import { describe, expect, test } from 'vitest';
import type { EngineProblem } from './protocol.ts';
import {
  answer,
  BUNDLED,
  click,
  phasesOf,
  photo,
  ready,
  STORED,
  setUp,
  signal,
  workerNumber,
} from './testing/scripted-worker.ts';

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

  test('the limits are told to every worker', async () => {
    const { engine, workers, worker } = await ready();
    await engine.limitMemory(5);
    expect(engine.status.getState().cache.limitBytes).toBe(5);
    await engine.limitDisk(7);
    expect([worker.memoryLimit, worker.diskLimit]).toEqual([5, 7]);
    expect(engine.status.getState().cache.disk.limitBytes).toBe(7);
    await engine.start('wasm-single', BUNDLED);
    const next = await workerNumber(workers, 1);
    expect([next.memoryLimit, next.diskLimit]).toEqual([5, 7]);
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
