import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromBitmap } from '../mask/bitmap.ts';
import type { Mask } from '../mask/mask.ts';
import { addToMask } from '../mask/patch.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { squaredDistances } from './distance.ts';
import { type Ask, MOST_CLICKS, QUESTIONS, runTrial } from './trial.ts';

const size = { width: 40, height: 20 };

function rows(from: number, to: number): Mask {
  const bits = Uint8Array.from({ length: 800 }, (_, i) => {
    const y = Math.floor(i / size.width);
    return y >= from && y < to ? 1 : 0;
  });
  return maskFromBitmap(bits, size);
}

const truth = rows(0, 10);
const nothing = rows(0, 0);

/** Remembers what it was asked. */
function recorder(maskOf: (prompt: Prompt) => Mask) {
  const asked: { prompt: Prompt; asOne: boolean }[] = [];
  const ask: Ask = async (prompt, asOne) => {
    asked.push({ prompt, asOne });
    return { mask: maskOf(prompt), predictedIou: 0.5 };
  };
  return { ask, asked };
}

test('each click lies on the largest mistake, until it is right', async () => {
  // Each click brings two rows more.
  const { ask, asked } = recorder((prompt) => rows(0, 2 * prompt.length));
  const answers = await runTrial(ask, { truth, questions: QUESTIONS, seeds: [0, 1] });
  expect(answers.map(({ prompt }) => prompt)).toEqual([
    'points',
    'box',
    'loose_box',
    'centre',
    'corrections',
    'clicks',
  ]);
  expect(answers[3]).toMatchObject({ iou: 0.2, predictedIou: 0.5 });
  expect(answers[4]).toMatchObject({ iou: 1, boundaryIou: 1 });
  // 4 clicks: 0.8; the fifth has it all.
  expect(answers[5]).toEqual({ prompt: 'clicks', counts: [5, 5], iou: 1 });
  expect(asked.map(({ asOne }) => asOne)).toEqual([true, true, true, ...Array(5).fill(false)]);
  expect(asked.at(-1)?.prompt).toHaveLength(5);
});

test('clicks that are not enough are said to be so, and there are no more than the most', async () => {
  const { ask, asked } = recorder(() => nothing);
  const answers = await runTrial(ask, { truth, questions: ['clicks'], seeds: [0] });
  expect(answers).toEqual([{ prompt: 'clicks', counts: [null, null], iou: 0 }]);
  expect(asked).toHaveLength(MOST_CLICKS);
});

test('what is too much is clicked away', async () => {
  const { ask, asked } = recorder(() => addToMask(truth, rows(12, 20)));
  await runTrial(ask, { truth, questions: ['corrections'], seeds: [0] });
  expect(asked).toHaveLength(5);
  expect(asked[1]?.prompt[1]).toMatchObject({ label: 'exclude', at: { y: 15.5 } });
});

test('an object of no pixels, of one pixel, and of the whole photo', async () => {
  const { ask } = recorder(() => truth);
  expect(await runTrial(ask, { truth: nothing, questions: QUESTIONS, seeds: [0] })).toEqual([]);
  const whole = rows(0, 20);
  expect(await runTrial(ask, { truth: whole, questions: QUESTIONS, seeds: [0] })).toHaveLength(6);
  const one = { size: { width: 1, height: 1 }, runs: Uint32Array.of(0, 1) };
  const same = recorder(() => one);
  const answers = await runTrial(same.ask, { truth: one, questions: QUESTIONS, seeds: [0] });
  expect(answers.every(({ iou }) => iou === 1)).toBe(true);
});

test('distances are what they are by the definition', () => {
  const bits = fc.array(fc.constantFrom(0, 1, 1, 1, 1), { minLength: 63, maxLength: 63 });
  fc.assert(
    fc.property(bits, fc.constantFrom(1, 3, 7, 9, 21, 63), (all, width) => {
      const height = 63 / width;
      const found = squaredDistances(Uint8Array.from(all), { width, height });
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          let least = all[y * width + x] ? Infinity : 0;
          for (let v = -1; v <= height; v++)
            for (let u = -1; u <= width; u++) {
              const isIn = u >= 0 && v >= 0 && u < width && v < height && all[v * width + u] === 1;
              if (!isIn) least = Math.min(least, (x - u) ** 2 + (y - v) ** 2);
            }
          expect(found[y * width + x]).toBe(least);
        }
    }),
  );
});
