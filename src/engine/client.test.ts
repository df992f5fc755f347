import { describe, expect, test } from 'vitest';
import { answer, click, photo, signal } from './testing/asked.ts';
import { BUNDLED, phasesOf, ready, STORED, workerNumber } from './testing/scripted-worker.ts';

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
