import { describe, expect, test } from 'vitest';
import { answer, click, photo, ready, signal } from './testing/scripted-worker.ts';

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
