import { expect, it } from 'vitest';
import { createView } from '../state/context.ts';
import { createRefusals } from './refusals.ts';

it.each([
  [1, 1, null],
  [5, 5, null],
  [6, 5, '1 more file can’t'],
  [8, 5, '3 more files can’t'],
  [60, 5, '55 more files can’t'],
  [2000, 5, '1,995 more files can’t'],
])('of %i refused files %i are named, and the others counted', (count, named, more) => {
  const view = createView();
  const refusals = createRefusals();
  for (let i = 0; i < count; i++) refusals.add(`photo-${i}.tif`, { kind: 'empty' });
  refusals.say(view);
  const [notice, ...others] = view.getState().notices;
  expect(others).toEqual([]);
  const lines = notice?.text.split('\n') ?? [];
  expect(lines.filter((line) => line.startsWith('photo-'))).toHaveLength(named);
  expect(lines.slice(named)).toEqual(more ? [expect.stringContaining(more)] : []);
});

it('says nothing where nothing was refused', () => {
  const view = createView();
  createRefusals().say(view);
  expect(view.getState().notices).toEqual([]);
});
