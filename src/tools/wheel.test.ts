import { expect, test } from 'vitest';
import { wheelPixels, wheelStep } from './wheel.ts';

const plain = { saysCtrl: false, ctrlHeld: false, overLiveMask: true };
const pinch = { saysCtrl: true, ctrlHeld: false, overLiveMask: true };
const ctrl = { saysCtrl: true, ctrlHeld: true, overLiveMask: true };

test('the wheel zooms in when it turns away and back out by the same factor', () => {
  const away = wheelStep(0, { ...plain, deltaY: -100 });
  const back = wheelStep(0, { ...plain, deltaY: 100 });
  if (away.do !== 'zoom' || back.do !== 'zoom') throw new Error('not a zoom');
  expect(away.factor).toBeGreaterThan(1.1);
  expect(away.factor * back.factor).toBeCloseTo(1);
});

test('a trackpad pinch over the mask zooms although it says Ctrl', () => {
  expect(wheelStep(0, { ...pinch, deltaY: -5 }).do).toBe('zoom');
});

test('Ctrl and a notch over the mask step one candidate, both ways', () => {
  expect(wheelStep(0, { ...ctrl, deltaY: 100 })).toEqual({ do: 'cycle', step: 1, carried: 0 });
  expect(wheelStep(0, { ...ctrl, deltaY: -100 })).toEqual({ do: 'cycle', step: -1, carried: 0 });
});

test('small deltas add up to one step', () => {
  let carried = 0;
  const steps: number[] = [];
  for (let i = 0; i < 8; i++) {
    const next = wheelStep(carried, { ...ctrl, deltaY: 10 });
    if (next.do === 'cycle') steps.push(next.step);
    carried = next.carried;
  }
  expect(steps).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
});

test('Ctrl and the wheel beside the mask zoom', () => {
  expect(wheelStep(0, { ...ctrl, overLiveMask: false, deltaY: 100 }).do).toBe('zoom');
});

test('deltas in lines and pages become pixels', () => {
  expect(wheelPixels({ deltaY: 3, deltaMode: 1 }, 800)).toBe(99);
  expect(wheelPixels({ deltaY: -1, deltaMode: 2 }, 800)).toBe(-800);
});
