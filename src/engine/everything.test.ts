import { describe, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { EVERYTHING_DEFAULTS } from './everything.ts';
import { click, signal } from './testing/asked.ts';
import { ready, workerNumber } from './testing/scripted-worker.ts';

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
