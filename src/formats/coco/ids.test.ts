import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cocoIds, createCocoIds, keptId, largestId, repeatedIds } from './ids.ts';

describe('ids', () => {
  const own = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: -2, max: 6 }),
    fc.constantFrom('3', '05', 'a1', '', '-1', '__proto__'),
    fc.constantFrom(900_100_448_263, 2 ** 52, 2 ** 53 + 2, 1.5, Number.NaN, null, {}).map(keptId),
  );

  test.each([
    ['of a list', cocoIds],
    [
      'that are given one by one',
      (ids: Parameters<typeof cocoIds>[0]) => ids.map(createCocoIds(largestId(ids))),
    ],
  ])('%s are unique, and those that came in stay', (_, give) => {
    fc.assert(
      fc.property(fc.array(own), (ids) => {
        const given = give(ids);
        expect(new Set(given.map(String)).size).toBe(ids.length);
        expect(given.every((id) => typeof id === 'string' || Number.isSafeInteger(id))).toBe(true);
        const words = ids.map((id) => id?.toString());
        const repeated = words.filter((id, i) => id !== undefined && words.indexOf(id) < i).length;
        const came = ids.filter((id) => id !== undefined).length;
        expect(repeatedIds(ids)).toBe(repeated);
        expect(given.filter((id, i) => id === ids[i])).toHaveLength(came - repeated);
      }),
    );
  });

  test('that nobody gave count from 1', () => {
    const none = [undefined, undefined, undefined];
    expect(cocoIds(none)).toEqual([1, 2, 3]);
    expect(none.map(createCocoIds(0))).toEqual([1, 2, 3]);
  });
});
