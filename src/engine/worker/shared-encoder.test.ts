import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../contract/contract.ts';
import type { EngineCore } from './core.ts';
import { openSessions } from './sessions.ts';
import { readGraphs } from './set-graphs.ts';
import { createMemoryFolder } from './testing/memory-folder.ts';
import {
  DISC,
  files,
  include,
  kinds,
  newCore,
  photo,
  readPublic,
  runtime,
  START_MILLISECONDS,
} from './testing/shipped-model.ts';
import type { View } from './views.ts';

const SIDE = contract.image.size;
/** An embedding each, in memory. */
const BOTH_BYTES = 4 * 2 ** 20;

/** A visit of a set whose encoders are one graph, made to be quick. */
async function openVisit(views: readonly View[]): Promise<EngineCore> {
  const { decoders } = await readGraphs(files, async (name) => readPublic(`models/${name}`));
  const graph = readFileSync(new URL('testing/shared-encoder.onnx', import.meta.url));
  const file = { name: 'shared-encoder.onnx', graph, weights: [] };
  const names = new Set(views.map(({ encoder }) => encoder));
  const encoders = [...names].map((encoder) => ({
    ...file,
    encoder,
    input: { width: SIDE, height: SIDE },
  }));
  const opened = await openSessions(runtime, { encoders, views, decoders });
  return newCore(opened, createMemoryFolder());
}

describe('a set whose models see photos through the same encoder', () => {
  let one: EngineCore;

  beforeAll(async () => {
    one = await openVisit([{ encoder: 'encoder', photos: 'all', kinds }]);
    await one.encode(photo('shared'));
  }, START_MILLISECONDS);

  test('encodes once for both', async () => {
    expect(await one.limitMemory(2 ** 30)).toMatchObject({ count: 1, bytes: BOTH_BYTES });
    expect(await one.recall(photo('shared', 'plain'))).toMatchObject({ ran: false });
    for (const model of kinds) {
      const prompt = [include(DISC.x, DISC.y)];
      expect(await one.decode({ photoId: 'shared', model, prompt })).toMatchObject({ ok: true });
    }
  });

  test('keeps it on disk once', async () => {
    await one.limitDisk(2 ** 30);
    expect(await one.keep(photo('shared'))).toMatchObject({ disk: { count: 1 } });
    for (const model of kinds) {
      expect(await one.keptOnDisk(['shared'], model)).toEqual(['shared']);
    }
  });
});

describe('a set whose models see clear photos alike', () => {
  const degraded = photo('degraded');
  const clear = { ...photo('clear'), isClear: true };
  const prompt = [include(DISC.x, DISC.y)];
  let one: EngineCore;

  beforeAll(async () => {
    one = await openVisit([
      { encoder: 'robust_encoder', photos: 'degraded', kinds: ['robust'] },
      { encoder: 'encoder', photos: 'degraded', kinds: ['plain'] },
      { encoder: 'encoder', photos: 'clear', kinds },
    ]);
    await one.limitMemory(2 ** 30);
    await one.limitDisk(2 ** 30);
  }, START_MILLISECONDS);

  test('encodes a clear photo once for both', async () => {
    expect(await one.encode(clear)).toMatchObject({ value: { kinds } });
    expect(await one.recall({ ...clear, model: 'plain' })).toMatchObject({ ran: false, kinds });
    for (const model of kinds)
      expect(await one.decode({ photoId: 'clear', model, prompt })).toMatchObject({ ok: true });
  });

  test('encodes a degraded photo for each', async () => {
    expect(await one.encode(degraded)).toMatchObject({ value: { kinds: ['robust'] } });
    const asked = { photoId: 'degraded', model: 'plain', prompt } as const;
    expect(await one.decode(asked)).toMatchObject({ problem: { kind: 'no-embedding' } });
    expect(await one.encode({ ...degraded, model: 'plain' })).toMatchObject({
      value: { kinds: ['plain'] },
    });
    expect(await one.decode(asked)).toMatchObject({ ok: true });
  });

  test('takes plain SAM’s embedding of a degraded photo for nobody else’s', async () => {
    await one.encode({ ...photo('night'), model: 'plain' });
    await one.keep({ photoId: 'night', model: 'plain' });
    expect(await one.recall(photo('night'))).toBeNull();
    expect(await one.keptOnDisk(['night'], 'robust')).toEqual([]);
    expect(await one.keptOnDisk(['night'], 'plain')).toEqual(['night']);
  });

  test('keeps a clear photo on disk for both', async () => {
    await one.keep({ photoId: 'clear', model: 'plain' });
    for (const model of kinds) expect(await one.keptOnDisk(['clear'], model)).toEqual(['clear']);
  });

  test('looks closer at a part as it saw the photo', async () => {
    const box = { x0: 0, y0: 0, x1: 1024, y1: 768 };
    const crop = { box, image: clear.image };
    for (const photoId of ['clear', 'degraded'])
      expect(await one.decodeCrop({ photoId, model: 'robust', crop, prompt })).toMatchObject({
        ok: true,
      });
  });
});
