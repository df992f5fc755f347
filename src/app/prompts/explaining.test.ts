import { beforeEach, describe, expect, it } from 'vitest';
import type { Explained } from '../../engine/explained.ts';
import { findMask, openPhoto, settle, setUp, type World } from '../testing/world.ts';
import { type Explanation, explanationText, timesOf } from './explanation-file.ts';

let world: World;

beforeEach(async () => {
  world = setUp();
  await openPhoto(world, 'a');
});

describe('the last click', () => {
  it('is none before the first', () => {
    expect(world.annotator.lastAnswers()).toBeNull();
  });

  it('is asked about with its own prompt and photo, also once its object is kept', async () => {
    await findMask(world);
    const { live } = world.annotator.view.getState();
    await world.annotator.keep();
    const last = world.annotator.lastAnswers();
    expect(last?.answers).toEqual([live]);
    if (!last) throw new Error('there was a click');
    void world.annotator.explainAnswer(new AbortController().signal, last.photoId, last.answers[0]);
    await settle();
    expect(world.explains.map(({ request }) => request)).toEqual([
      { photoId: last.photoId, model: 'robust', prompt: live?.prompt },
    ]);
  });

  it('has both answers while models are compared', async () => {
    await world.annotator.chooseModel('compare');
    await findMask(world, 3);
    expect(world.annotator.lastAnswers()?.answers).toHaveLength(1);
    const second = world.decodes.at(-1);
    expect(second?.request.model).toBe('plain');
    const first = world.annotator.view.getState().live;
    if (!first || !second) throw new Error('both models are asked');
    const { mask, token, candidates, milliseconds, steps } = first;
    second.answer({
      ok: true,
      value: { mask, tidied: null, token, candidates, milliseconds, steps },
    });
    await settle();
    expect(world.annotator.lastAnswers()?.answers.map(({ model }) => model)).toEqual([
      'robust',
      'plain',
    ]);
  });
});

async function explanation(): Promise<Explanation> {
  await findMask(world);
  const answer = world.annotator.lastAnswers()?.answers[0];
  if (!answer) throw new Error('there was a click');
  const logits = Float32Array.of(-2.5, 0, 7);
  const explained: Explained = {
    model: 'robust',
    encoder: 'robust_encoder',
    photos: 'all',
    photo: { width: 4, height: 2 },
    input: { width: 1024, height: 512 },
    points: [{ x: 1, y: 2, label: 1 }],
    maskPrompt: { token: 1, logits },
    masks: [
      {
        token: 0,
        logits,
        lowest: -2.5,
        highest: 7,
        rawIou: 0.9,
        calibratedIou: 0.8,
        coverage: 0.1,
        rank: null,
      },
    ],
    token: 1,
    choice: 'best',
    isBlended: false,
    hasChequer: true,
    tensors: [
      {
        name: 'robust_embedding',
        shape: [1, 256, 64, 64],
        size: { width: 1, height: 1 },
        mean: Float32Array.of(1),
        components: Uint8ClampedArray.of(1, 2, 3),
        shares: [0.5, 0.2, 0.1],
      },
    ],
    likeness: null,
  };
  return { answer, explained, engine: world.annotator.engine.getState(), drawnIn: 12 };
}

describe('its file', () => {
  it('holds figures and logits that can be read back, and nothing that shows the photo', async () => {
    const text = explanationText(await explanation());
    const { masks, prompt, points, tensors, milliseconds, ranOn } = JSON.parse(text);
    const bytes = Buffer.from(masks[0].logits, 'base64');
    expect([0, 4, 8].map((at) => bytes.readFloatLE(at))).toEqual([-2.5, 0, 7]);
    expect(prompt).toHaveLength(1);
    expect(points).toEqual([{ x: 1, y: 2, label: 1 }]);
    expect(ranOn.backend).toBe('wasm-single');
    expect(milliseconds.drawing).toBe(12);
    expect(tensors).toEqual([
      { name: 'robust_embedding', shape: [1, 256, 64, 64], shares: [0.5, 0.2, 0.1] },
    ]);
    expect(text).not.toContain('a.png');
  });

  it('gives the time that no step of the worker took to the queue', async () => {
    const one = await explanation();
    const answer = { ...one.answer, answeredIn: 30 };
    expect(timesOf({ ...one, answer })).toMatchObject({ queue: 25, decoder: 1, total: 42 });
    // Clocks of two threads may differ by a little.
    expect(timesOf({ ...one, answer: { ...answer, answeredIn: 2 } }).queue).toBe(0);
  });
});
