import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PromptStep } from '../../prompt/prompt.ts';
import { type Calibration, calibratedIou } from './calibration.ts';

const click: PromptStep = {
  kind: 'point',
  at: { x: 1, y: 1 },
  label: 'include',
  candidate: null,
};
const box: PromptStep = { kind: 'box', box: { x0: 0, y0: 0, x1: 2, y1: 2 }, candidate: null };

const calibration: Calibration = {
  plain: {
    click: [
      [0.5, 0.2],
      [0.9, 0.4],
      [1.1, 0.8],
    ],
    points: [
      [0, 0],
      [1, 0.5],
    ],
  },
};

test.each([
  [0.4, 0.2],
  [0.5, 0.2],
  [0.7, 0.3],
  [0.9, 0.4],
  [1, 0.6],
  [1.1, 0.8],
  [1.3, 0.8],
])('a click that plain SAM gives %d is worth %d', (predicted, worth) => {
  expect(calibratedIou(calibration, 'plain', [click], predicted)).toBeCloseTo(worth, 10);
});

test('each prompt has a curve of its own, and a model without one is taken at its word', () => {
  expect(calibratedIou(calibration, 'plain', [click, click], 0.6)).toBeCloseTo(0.3);
  expect(calibratedIou(calibration, 'plain', [box, click], 0.6)).toBe(0.6);
  expect(calibratedIou(calibration, 'robust', [click], 0.6)).toBe(0.6);
  expect(calibratedIou(undefined, 'plain', [click], 1.04)).toBe(1);
  expect(calibratedIou(undefined, 'plain', [click], -0.1)).toBe(0);
});

test('the order of candidates stays, and what comes out is an IoU', () => {
  const rising = fc
    .uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 12 })
    .map((xs) => xs.sort((a, b) => a - b).map((x) => x / 100));
  const curve = rising.chain((xs) =>
    fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: xs.length,
        maxLength: xs.length,
      })
      .map((ys) => ys.sort((a, b) => a - b))
      .map((ys) => xs.map((x, i): [number, number] => [x, ys[i] ?? 0])),
  );
  const predicted = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(curve, predicted, predicted, (points, a, b) => {
      const worth = (value: number) =>
        calibratedIou({ robust: { box: points } }, 'robust', [box], value);
      const [low, high] = [worth(Math.min(a, b)), worth(Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high + 1e-12);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
