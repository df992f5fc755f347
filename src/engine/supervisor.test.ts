import { describe, expect, test } from 'vitest';
import type { EngineProblem } from './protocol.ts';
import { answer, click, signal } from './testing/asked.ts';
import { BUNDLED, phasesOf, ready, setUp, workerNumber } from './testing/scripted-worker.ts';

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
