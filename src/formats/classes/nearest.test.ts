import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const said = (...paths: string[]) => paths.map((path) => ({ path, says: path }));

test.each([
  // In the folder, or the nearest one above.
  ['a/labels/1.txt', ['a/x.names', 'b/x.names', 'x.names'], 'a/x.names'],
  ['a/b/c/1.txt', ['x.names', 'a/x.names'], 'a/x.names'],
  ['c/1.txt', ['a/x.names', 'x.names'], 'x.names'],
  // Folders of labels and of photos are no places of their own, so the first counts.
  ['labels/1.txt', ['data.yaml', 'labels/classes.txt'], 'data.yaml'],
  ['train/labels/1.txt', ['train/images/x.names', 'test/x.names'], 'train/images/x.names'],
  // Beside it, where there is nothing else.
  ['labels/1.txt', ['config/x.names'], 'config/x.names'],
  ['set/val/1.txt', ['set/train/x.names', 'other/x.names'], 'set/train/x.names'],
  ['c/1.txt', ['a/x.names', 'b/x.names'], undefined],
  ['1.txt', [], undefined],
] as const)('%s, of %j: %s', (path, all, expected) => {
  expect(nearest(said(...all), path)).toBe(expected);
});

test('beside it, several that say the same are clear', () => {
  const all = said('a/x.names', 'b/x.names').map(({ path }) => ({ path, says: ['cat'] }));
  expect(nearest(all, 'c/1.txt')).toEqual(['cat']);
});
