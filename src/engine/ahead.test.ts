import { describe, expect, test } from 'vitest';
import { answer, click, photo, signal } from './testing/asked.ts';
import {
  BUNDLED,
  ready,
  type ScriptedWorker,
  setUp,
  workerNumber,
} from './testing/scripted-worker.ts';

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
    expect(await engine.ahead.kept(['a', 'b', 'c'], 'robust')).toEqual(new Set(['a', 'c']));
  });
});
