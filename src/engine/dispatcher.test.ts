import { describe, expect, test } from 'vitest';
import { answer, click, photo, signal } from './testing/asked.ts';
import { BUNDLED, ready, type ScriptedWorker, setUp } from './testing/scripted-worker.ts';

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

  test('a zoom goes after clicks and before previews', async () => {
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
    expect(worker.events.slice(1)).toEqual(['decode 0', 'decode 2', 'zoom', 'decode 1']);
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

  test('a click for a model that has not seen the photo in hand waits until it has', async () => {
    const { engine, worker } = await ready();
    worker.failNext({ kind: 'no-embedding' });
    const phases: string[] = [];
    engine.status.subscribe(({ phase }) => {
      if (phase.kind === 'encoding') phases.push(phase.model);
    });
    expect(await engine.preview({ ...click('a', 3), model: 'plain' })).toBeNull();
    const clicked = engine.decode(signal(), { ...click('a', 4), model: 'plain' });
    await worker.answerAll();
    expect(await clicked).toEqual(answer(4));
    expect(worker.events).toEqual(['encode a', 'decode 4', 'encode a for plain', 'decode 4']);
    expect(phases).toEqual(['plain']);
    const preview = engine.preview({ ...click('a', 5), model: 'plain' });
    await worker.answerAll();
    expect(await preview).toEqual(answer(5));
  });

  test('a photo that was opened before the set was known is encoded for whom it has', async () => {
    const { engine, workers } = setUp({});
    const encoded = engine.encode(signal(), photo('a', 'plain'));
    await engine.start('wasm-threads', BUNDLED);
    await (workers[0] as ScriptedWorker).answerAll();
    expect(await encoded).toMatchObject({ ok: true });
    expect(workers[0]?.events).toEqual(['encode a for plain']);
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
