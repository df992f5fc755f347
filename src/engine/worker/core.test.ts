import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ModelKind } from '../../contract/model-kind.ts';
import { maskContains, maskIou } from '../../mask/measure.ts';
import type { PromptStep } from '../../prompt/prompt.ts';
import type { Decoded } from '../protocol.ts';
import type { EngineCore } from './core.ts';
import type { Sessions } from './sessions.ts';
import { createMemoryFolder } from './testing/memory-folder.ts';
import {
  DISC,
  disc,
  exclude,
  INPUT,
  include,
  newCore,
  openShippedModel,
  PHOTO,
  photo,
  runtime,
  START_MILLISECONDS,
} from './testing/shipped-model.ts';

/** What one model sees of a photo, in memory; on disk there is a header too. */
const SEEN_BYTES = 2 * 2 ** 20;
const FILE_BYTES = expect.closeTo(SEEN_BYTES, -4);
const folder = createMemoryFolder();
let sessions: Sessions;
let core: EngineCore;

beforeAll(async () => {
  sessions = await openShippedModel();
  core = newCore(sessions, folder);
  await core.encode(photo('disc'));
}, START_MILLISECONDS);

describe('clicks on a disc', () => {
  test('one click gives the disc, where it is in the photo', async () => {
    const { mask, candidates, token } = await decode(include(DISC.x, DISC.y));
    expect(mask.size).toEqual(PHOTO);
    expect(maskIou(mask, disc())).toBeGreaterThan(0.97);
    expect(candidates.map((candidate) => candidate.token).sort()).toEqual([1, 2, 3]);
    expect(candidates[0]?.token).toBe(token);
  });

  test('a box around it gives the same disc', async () => {
    const { x, y, radius } = DISC;
    const box = { x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius };
    const { mask, token } = await decode({ kind: 'box', box, candidate: null });
    expect(token).toBe(0);
    expect(maskIou(mask, disc())).toBeGreaterThan(0.97);
  });

  test('a second click keeps what the first one found', async () => {
    const { mask, candidates } = await decode(include(DISC.x, DISC.y), exclude(1900, 1400));
    expect(candidates.map((candidate) => candidate.token)[0]).toBe(0);
    expect(maskContains(mask, { x: DISC.x, y: DISC.y })).toBe(true);
    expect(maskContains(mask, { x: 1900, y: 1400 })).toBe(false);
  });

  test('the answer depends on the candidate chosen before', async () => {
    const [first, second] = [include(DISC.x, DISC.y), include(DISC.x + 50, DISC.y)];
    const { candidates } = await decode(first);
    const worst = candidates.at(-1)?.token ?? null;
    const best = await decode(first, second);
    const other = await decode({ ...first, candidate: worst }, second);
    expect(other.candidates).not.toEqual(best.candidates);
  });

  test('undo, redo and another candidate run the model no more', async () => {
    const [first, second] = [include(DISC.x, DISC.y), include(DISC.x + 60, DISC.y)];
    const before = await decode(first, second);
    const runs = vi.spyOn(await sessions.decoderFor('robust'), 'run');
    await decode(first);
    const { mask, milliseconds } = before;
    expect(await decode(first, second)).toMatchObject({ mask, milliseconds });
    const chosen = await decode({ ...first, candidate: 1 });
    expect(runs).not.toHaveBeenCalled();
    expect(chosen.token).toBe(1);
    runs.mockRestore();
  });
});

describe('plain SAM beside RobustSAM', () => {
  const prompt = [include(DISC.x, DISC.y), include(DISC.x + 30, DISC.y)];
  let both: EngineCore;

  beforeAll(async () => {
    both = newCore(sessions, createMemoryFolder());
    await both.encode(photo('disc'));
  }, START_MILLISECONDS);

  test('sees the photo through an encoder of its own, when it is asked', {
    timeout: START_MILLISECONDS,
  }, async () => {
    const asked = { photoId: 'disc', model: 'plain', prompt: [include(DISC.x, DISC.y)] } as const;
    expect(await both.decode(asked)).toEqual({ ok: false, problem: { kind: 'no-embedding' } });
    await both.encode(photo('disc', 'plain'));
    expect(await both.limitMemory(2 ** 30)).toMatchObject({ count: 2, bytes: 2 * SEEN_BYTES });
    const outcome = await both.decode(asked);
    expect(outcome.ok && maskIou(outcome.value.mask, disc())).toBeGreaterThan(0.97);
  });

  test('has what it sees kept under a key of its own', async () => {
    await both.limitDisk(2 ** 30);
    await both.keep(photo('disc', 'plain'));
    expect(await both.keptOnDisk(['disc'], 'plain')).toEqual(['disc']);
    expect(await both.keptOnDisk(['disc'], 'robust')).toEqual([]);
  });

  test('answers itself, also what the other has answered before', async () => {
    const ask = (model: ModelKind) => both.decode({ photoId: 'disc', model, prompt });
    expect(await ask('robust')).toMatchObject({ ok: true });
    const runs = vi.spyOn(await sessions.decoderFor('plain'), 'run');
    expect(await ask('plain')).toMatchObject({ ok: true });
    expect(runs).toHaveBeenCalled();
    runs.mockClear();
    await ask('plain');
    expect(runs).not.toHaveBeenCalled();
    runs.mockRestore();
  });

  test('gets its session when it is first asked for', async () => {
    const open = vi.spyOn(runtime.ort.InferenceSession, 'create');
    const fresh = await openShippedModel();
    expect(open).toHaveBeenCalledTimes(1);
    await fresh.decoderFor('robust');
    expect(open).toHaveBeenCalledTimes(1);
    const plain = await fresh.decoderFor('plain');
    expect(open).toHaveBeenCalledTimes(2);
    await Promise.all([plain.release(), (await fresh.decoderFor('robust')).release()]);
    open.mockRestore();
  });
});

describe('embeddings', () => {
  test('a photo that was never encoded can’t be clicked', async () => {
    const outcome = await core.decode({
      photoId: 'other',
      model: 'robust',
      prompt: [include(1, 1)],
    });
    expect(outcome).toEqual({ ok: false, problem: { kind: 'no-embedding' } });
  });

  test('going back to a photo does not encode again', async () => {
    expect(await core.recall(photo('disc'))).toMatchObject({ ran: false });
    expect(await core.recall(photo('other'))).toBeNull();
  });

  test('nor does it after the page was left, and the mask is the same', async () => {
    const prompt = include(DISC.x + 7, DISC.y);
    const { mask } = await decode(prompt);
    await core.limitDisk(2 ** 30);
    expect(await core.keep(photo('disc'))).toMatchObject({
      disk: { count: 1, bytes: FILE_BYTES },
    });
    const next = newCore(sessions, folder);
    expect(await next.keptOnDisk(['other', 'disc'], 'robust')).toEqual(['disc']);
    expect(await next.recall(photo('disc'))).toMatchObject({ ran: false });
    const again = await next.decode({ photoId: 'disc', model: 'robust', prompt: [prompt] });
    expect(again.ok && maskIou(again.value.mask, mask)).toBeGreaterThan(0.999);
  });

  test('a photo of another size does not get it, whatever its id', async () => {
    expect(await core.recall({ ...photo('disc'), photoSize: INPUT })).toBeNull();
  });

  test('encoding ahead leaves memory alone, and encodes nothing twice', {
    timeout: START_MILLISECONDS,
  }, async () => {
    const before = await core.limitDisk(2 ** 30);
    expect(await core.encodeAhead(photo('ahead'))).toMatchObject({
      ok: true,
      value: { ran: true, cache: { count: before.count, disk: { count: 2 } } },
    });
    expect(await core.encodeAhead(photo('ahead'))).toMatchObject({ value: { ran: false } });
    expect(await newCore(sessions, folder).recall(photo('ahead'))).toMatchObject({ ran: false });
  });

  test('with no room in memory the photo in hand stays, and answers are counted too', async () => {
    const { count, bytes, limitBytes, working } = await core.limitMemory(0);
    expect({ count, bytes, limitBytes }).toEqual({ count: 1, bytes: SEEN_BYTES, limitBytes: 0 });
    // Several clicks on the disc, 1 MiB each.
    expect(working).toBeGreaterThan(4 * 2 ** 20);
  });

  test('clearing the cache empties the disk and keeps the photo in hand', async () => {
    expect(await core.clearCache()).toMatchObject({
      count: 1,
      bytes: SEEN_BYTES,
      disk: { count: 0, bytes: 0 },
    });
    expect(await core.recall(photo('disc'))).toMatchObject({ ran: false });
    expect(folder.files.size).toBe(0);
  });
});

async function decode(...prompt: PromptStep[]): Promise<Decoded> {
  const outcome = await core.decode({ photoId: 'disc', model: 'robust', prompt });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}
