import { beforeAll, describe, expect, test } from 'vitest';
import { maskIou } from '../../mask/measure.ts';
import type { EngineCore } from './core.ts';
import { setFiles } from './manifest.ts';
import { createMemoryFolder } from './testing/memory-folder.ts';
import {
  DISC,
  disc,
  include,
  manifest,
  newCore,
  openShippedModel,
  photo,
  precision,
  START_MILLISECONDS,
} from './testing/shipped-model.ts';

describe('a set with an encoder for each model', () => {
  let two: EngineCore;

  beforeAll(async () => {
    const { encoder } = manifest.graphs;
    const graphs = { ...manifest.graphs, robust_encoder: encoder };
    const set = setFiles({ ...manifest, graphs }, precision);
    two = newCore(await openShippedModel(set), createMemoryFolder());
    await two.encode(photo('disc'));
  }, START_MILLISECONDS);

  test('encodes for the one that is asked, and keeps what that one needs', async () => {
    expect(await two.limitMemory(2 ** 30)).toMatchObject({ count: 1, bytes: 6 * 2 ** 20 });
    const asked = { photoId: 'disc', prompt: [include(DISC.x, DISC.y)] };
    expect(await two.decode({ ...asked, model: 'robust' })).toMatchObject({ ok: true });
    expect(await two.decode({ ...asked, model: 'plain' })).toEqual({
      ok: false,
      problem: { kind: 'no-embedding' },
    });
  });

  test('keeps both on disk, each under its own key', { timeout: START_MILLISECONDS }, async () => {
    await two.limitDisk(2 ** 30);
    await two.keep(photo('disc'));
    expect(await two.keptOnDisk(['disc'], 'robust')).toEqual(['disc']);
    expect(await two.keptOnDisk(['disc'], 'plain')).toEqual([]);
    expect(await two.recall(photo('disc', 'plain'))).toBeNull();
    await two.encode(photo('disc', 'plain'));
    const prompt = [include(DISC.x, DISC.y)];
    const outcome = await two.decode({ photoId: 'disc', model: 'plain', prompt });
    expect(outcome.ok && maskIou(outcome.value.mask, disc())).toBeGreaterThan(0.97);
    await two.keep(photo('disc', 'plain'));
    expect(await two.keptOnDisk(['disc'], 'plain')).toEqual(['disc']);
  });
});
