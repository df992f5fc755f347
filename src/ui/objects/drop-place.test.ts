import { expect, test } from 'vitest';
import { placedAt } from '../../app/objects/ordering.ts';
import { dropPlace } from './drop-place.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

/** The list from top to bottom after a drop. */
function dropped(moving: readonly string[], gap: number, shown = ids.toReversed()): string {
  return placedAt(ids, moving, dropPlace(ids, shown, moving, gap))
    .toReversed()
    .join('');
}

test('objects land in the gap they are dropped into', () => {
  expect(dropped(['a'], 0)).toBe('aedcb');
  expect(dropped(['e'], 5)).toBe('dcbae');
  expect(dropped(['b'], 2)).toBe('edbca');
  expect(dropped(['e', 'a'], 2)).toBe('deacb');
});

test('a gap beside themselves leaves them where they are', () => {
  expect(dropped(['c'], 2)).toBe('edcba');
  expect(dropped(['c'], 3)).toBe('edcba');
});

test('what a search hides keeps its neighbours', () => {
  expect(dropped(['a'], 1, ['e', 'c', 'a'])).toBe('edacb');
  expect(dropped(['e'], 3, ['e', 'c', 'a'])).toBe('dcbae');
});
