import { expect, test } from 'vitest';
import { fitViewport } from '../../geometry/viewport.ts';
import { createView } from '../state/context.ts';
import { sidesOf } from './sides.ts';

const BOTH = ['robust', 'plain'] as const;
const view = {
  ...createView().getState(),
  viewport: fitViewport({ width: 1000, height: 600 }, { width: 900, height: 500 }),
  modelChoice: 'compare',
  wipe: 0.5,
} as const;

test('compared on one stage, plain SAM is left of the divider and RobustSAM right of it', () => {
  expect(sidesOf(view, BOTH, null)).toEqual([
    { model: 'plain', from: -Infinity, to: 500 },
    { model: 'robust', from: 500, to: Infinity },
  ]);
});

test('one of two stages shows its model from edge to edge', () => {
  expect(sidesOf(view, BOTH, 'plain')).toEqual([{ model: 'plain', from: -Infinity, to: Infinity }]);
});

test('the only stage shows what is in hand, and so it does when there is nothing to compare', () => {
  const whole = [{ model: null, from: -Infinity, to: Infinity }];
  expect(sidesOf({ ...view, modelChoice: 'plain' }, BOTH, null)).toEqual(whole);
  expect(sidesOf(view, ['robust'], null)).toEqual(whole);
  expect(sidesOf({ ...view, compareLayout: 'outlines' }, BOTH, null)).toEqual(whole);
});
