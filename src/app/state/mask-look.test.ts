import { expect, test } from 'vitest';
import { DEFAULT_LOOK, maskLookIn, OPACITIES, opacityStep } from './mask-look.ts';

test('opacity goes up and down by steps, and no further than there are', () => {
  const up = OPACITIES.map((one) => opacityStep(one, 1));
  expect(up).toEqual([...OPACITIES.slice(1), OPACITIES.at(-1)]);
  expect(opacityStep(0, -1)).toBe(0);
});

test('what storage holds otherwise does no harm', () => {
  for (const stored of [null, 7, 'object', { opacity: 9, colorBy: 'sky' }])
    expect(maskLookIn(stored)).toEqual(DEFAULT_LOOK);
  expect(maskLookIn({ colorBy: 'object', opacity: 0 })).toEqual({ colorBy: 'object', opacity: 0 });
});
