import { expect, test } from 'vitest';
import { degradePixels } from './degradations.ts';

const GREY = { width: 32, height: 16, data: new Uint8ClampedArray(32 * 16 * 4).fill(128) };

test('the same steps and seed give the same pixels, another seed others', () => {
  const steps = [{ name: 'gaussian_noise', severity: 0.5 }] as const;
  const noisy = degradePixels(GREY, steps, 7);
  expect({ ...noisy, data: noisy.data.length }).toEqual({ width: 32, height: 16, data: 2048 });
  expect(noisy.data).not.toEqual(GREY.data);
  expect(degradePixels(GREY, steps, 7)).toEqual(noisy);
  expect(degradePixels(GREY, steps, 8)).not.toEqual(noisy);
});

test('a severity or a length that is none is refused', () => {
  expect(() => degradePixels(GREY, [{ name: 'fog', severity: 2 }])).toThrow(RangeError);
  expect(() => degradePixels({ ...GREY, width: 31 }, [])).toThrow(RangeError);
});
