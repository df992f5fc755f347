import { beforeAll, describe, expect, test, vi } from 'vitest';
import { contract } from '../../../contract/contract.ts';
import { maskIou } from '../../../mask/measure.ts';
import type { PromptStep } from '../../../prompt/prompt.ts';
import type { Explained } from '../../explained.ts';
import type { DecodeRequest } from '../../protocol.ts';
import type { EngineCore } from '../core.ts';
import type { Sessions } from '../sessions.ts';
import { createMemoryFolder } from '../testing/memory-folder.ts';
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
  START_MILLISECONDS,
} from '../testing/shipped-model.ts';

const { size } = contract.mask;
let sessions: Sessions;
let core: EngineCore;

beforeAll(async () => {
  sessions = await openShippedModel();
  core = newCore(sessions, createMemoryFolder());
  await core.encode(photo('disc'));
}, START_MILLISECONDS);

const asked = (...prompt: PromptStep[]): DecodeRequest => ({
  photoId: 'disc',
  model: 'robust',
  prompt,
});

async function explain(...prompt: PromptStep[]): Promise<Explained> {
  const outcome = await core.explain(asked(...prompt));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Cell of the logits beneath a point of the photo. */
function cellAt(x: number, y: number): number {
  const scale = (INPUT.width / PHOTO.width) * (size / contract.image.size);
  return Math.floor(y * scale) * size + Math.floor(x * scale);
}

describe('a click on a disc, explained', () => {
  test('shows the logits that its mask was made of, without another run of the decoder', async () => {
    const decoded = await core.decode(asked(include(DISC.x, DISC.y)));
    const runs = vi.spyOn(await sessions.decoderFor('robust'), 'run');
    const { masks, token, choice } = await explain(include(DISC.x, DISC.y));
    expect(runs).not.toHaveBeenCalled();
    runs.mockRestore();
    expect(decoded.ok && decoded.value.token).toBe(token);
    expect(choice).toBe('best');
    const logits = masks[token]?.logits;
    expect(logits?.[cellAt(DISC.x, DISC.y)]).toBeGreaterThan(0);
    expect(logits?.[cellAt(1900, 100)]).toBeLessThan(0);
    expect(masks.map((mask) => mask.logits.length)).toEqual(Array(4).fill(size * size));
  });

  test('says of each mask what the model thinks of it, what that is worth, and its place', async () => {
    const { masks, token } = await explain(include(DISC.x, DISC.y));
    expect(masks[0]?.rank).toBeNull();
    expect(masks[token]?.rank).toBe(0);
    for (const { rawIou, calibratedIou, lowest, highest, logits } of masks) {
      // RobustSAM's scores are right without a curve.
      expect(calibratedIou).toBeCloseTo(Math.min(1, Math.max(0, rawIou)), 5);
      expect([lowest, highest]).toEqual([Math.min(...logits), Math.max(...logits)]);
    }
  });

  test('has the prompt as the decoder got it: in the model’s frame, a padding point without a box', async () => {
    const { points, maskPrompt, input, photo: seen } = await explain(include(DISC.x, DISC.y));
    expect({ input, seen }).toEqual({ input: INPUT, seen: PHOTO });
    const scale = INPUT.width / PHOTO.width;
    expect(points).toEqual([
      { x: DISC.x * scale - 0.5, y: DISC.y * scale - 0.5, label: contract.labels.include },
      { x: 0, y: 0, label: contract.labels.padding },
    ]);
    expect(maskPrompt).toBeNull();
  });

  test('the second click was fed the first one’s logits as mask prompt', async () => {
    const first = await explain(include(DISC.x, DISC.y));
    const second = await explain(include(DISC.x, DISC.y), exclude(1900, 1400));
    expect(second.maskPrompt?.token).toBe(first.token);
    expect(second.maskPrompt?.logits).toEqual(first.masks[first.token]?.logits);
    expect(second).toMatchObject({ choice: 'single', token: 0, isBlended: true });
  });

  test('says when it was the person who chose', async () => {
    const click = { ...include(DISC.x, DISC.y), candidate: 2 };
    expect(await explain(click)).toMatchObject({ choice: 'chosen', token: 2, isBlended: false });
  });
});

describe('what the encoder saw', () => {
  test('is seen on the photo’s cells, as mean and principal components: the disc stands out', async () => {
    const { tensors, encoder, likeness } = await explain(include(DISC.x, DISC.y));
    const [first] = tensors;
    expect(encoder).toBe('robust_encoder');
    expect(likeness).toBeNull();
    expect(first).toMatchObject({ name: 'robust_embedding', size: { width: 64, height: 48 } });
    const colour = (x: number, y: number) => {
      const at =
        3 * (Math.floor((y * 48) / PHOTO.height) * 64 + Math.floor((x * 64) / PHOTO.width));
      return [...(first?.components.subarray(at, at + 3) ?? [])];
    };
    const apart = (a: number[], b: number[]) => Math.hypot(...a.map((x, i) => x - (b[i] ?? 0)));
    const inside = colour(DISC.x, DISC.y);
    expect(apart(inside, colour(1900, 150))).toBeGreaterThan(
      apart(inside, colour(DISC.x - 90, DISC.y)),
    );
  });

  test('beside what plain SAM sees, where that is in memory: how alike they are, cell by cell', {
    timeout: START_MILLISECONDS,
  }, async () => {
    await core.encode(photo('disc', 'plain'));
    const { tensors, likeness } = await explain(include(DISC.x, DISC.y));
    expect(tensors.map(({ name }) => name)).toEqual(['robust_embedding', 'image_embedding']);
    expect(likeness?.mean).toBeGreaterThan(0.2);
    expect(likeness?.mean).toBeLessThan(0.9999);
    expect(Math.max(...(likeness?.cosine ?? []))).toBeLessThanOrEqual(1.0001);
  });

  test('a photo that is not in memory can’t be explained', async () => {
    const outcome = await core.explain({ ...asked(include(1, 1)), photoId: 'other' });
    expect(outcome).toEqual({ ok: false, problem: { kind: 'no-embedding' } });
  });
});

test('what an answer took is told step by step, and a kept one took no decoder', async () => {
  const prompt = include(DISC.x - 33, DISC.y);
  const first = await core.decode(asked(prompt));
  const again = await core.decode(asked(prompt));
  if (!first.ok || !again.ok) throw new Error('both were answered');
  expect(first.value.steps.decoder).toBeGreaterThan(5);
  expect(first.value.steps.decoder).toBeCloseTo(first.value.milliseconds, -1);
  expect(first.value.steps.mask).toBeGreaterThan(0);
  expect(again.value.steps.decoder).toBe(0);
  expect(await core.recall(photo('disc'))).toMatchObject({ steps: null });
});

describe('of an official checkpoint’s set', () => {
  test(
    'RobustSAM’s lone click gets mask 0, which alone was trained; the others come after it',
    async () => {
      const official = newCore(sessions, createMemoryFolder(), true);
      await official.encode(photo('disc'));
      const outcome = await official.explain(asked(include(DISC.x, DISC.y)));
      expect(outcome).toMatchObject({
        ok: true,
        value: { token: 0, choice: 'trained', hasChequer: false },
      });
      const decoded = await official.decode(asked(include(DISC.x, DISC.y)));
      if (!decoded.ok) throw new Error('it was answered');
      expect(decoded.value.candidates.map(({ token }) => token)[0]).toBe(0);
      expect(decoded.value.candidates).toHaveLength(4);
      expect(maskIou(decoded.value.mask, disc())).toBeGreaterThan(0.9);
    },
    START_MILLISECONDS,
  );
});
