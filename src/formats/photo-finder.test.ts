import { describe, expect, test } from 'vitest';
import { photoFiles } from './file-names.ts';
import { createPhotoFinder } from './photo-finder.ts';

const size = { width: 4, height: 3 };
const photos = (...names: string[]) => names.map((name) => ({ name, size }));
const at = (index: number) => ({ kind: 'found', index });

describe('a photo is found', () => {
  const finder = createPhotoFinder(photos('train/a.jpg', 'val/a.jpg', 'Coffee', 'Übung.JPG'), []);
  test.each([
    ['train/a.jpg', 0],
    ['val/a.jpg', 1],
    ['val/a', 1],
    ['images/Coffee.jpg', 2],
    ['coffee', 2],
    ['C:\\data\\Coffee.png', 2],
    ['U\u0308bung.jpg', 3],
    ['übung', 3],
  ])('as %s', (name, index) => {
    expect(finder.find(name, null)).toEqual(at(index));
  });

  test('not by a name that fits two, or none', () => {
    const twins = createPhotoFinder(photos('x/b.jpg', 'y/b.png'), []);
    expect(twins.find('b.jpg', null)).toEqual(at(0));
    expect(twins.find('b.webp', null)).toEqual({ kind: 'ambiguous' });
    expect(finder.find('a', null)).toEqual({ kind: 'ambiguous' });
    expect(finder.find('tea.jpg', null)).toEqual({ kind: 'unknown' });
  });
});

test('an open photo goes before one that came with the files, unless its size differs', () => {
  const other = { width: 8, height: 6 };
  const finder = createPhotoFinder(photos('a.jpg'), [{ name: 'images/a.jpg', size: other }]);
  expect(finder.find('a.jpg', size)).toEqual(at(0));
  expect(finder.find('a.jpg', null)).toEqual(at(0));
  expect(finder.find('a.jpg', other)).toEqual(at(1));
  expect(finder.find('a.jpg', { width: 1, height: 1 })).toMatchObject({ kind: 'other-size' });
});

describe('names of files', () => {
  test('are unique without regard to case and ending, and safe everywhere', () => {
    const names = ['a.jpg', 'A.png', 'sub/a.jpg', '..', 'con<>:"|?*.jpg', '', 'x'.repeat(300)];
    const files = photoFiles(photos(...names), []);
    const stems = files.map(({ stem }) => stem.toLowerCase());
    expect(new Set(stems).size).toBe(names.length);
    expect(files.map(({ name }) => name).slice(0, 4)).toEqual([
      'a (1).jpg',
      'A (2).png',
      'a (3).jpg',
      'unnamed (1).jpg',
    ]);
    for (const { name } of files) expect(name).toMatch(/^[^<>:"|?*/\\]{1,130}$/);
  });

  test('are what the photos are found by again', () => {
    const all = photos('a.jpg', 'A.png', 'sub/a.jpg', 'b', 'b.x.jpg', '猫.webp');
    const finder = createPhotoFinder(all, []);
    const found = photoFiles(all, []).map(({ name }) => finder.find(name, size));
    expect(found).toEqual(all.map((_, i) => at(i)));
  });
});
