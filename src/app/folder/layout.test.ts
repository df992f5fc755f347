import { expect, it } from 'vitest';
import { asidePath, isLabelFile, STATE_PATH, wholePathIn } from './layout.ts';

it('one file of COCO or CVAT that is there is written on, several or none leave the usual name', () => {
  expect(wholePathIn('coco', ['a.jpg', 'a.json'])).toBe('annotations/instances_default.json');
  expect(wholePathIn('coco', ['train/_annotations.coco.json'])).toBe(
    'train/_annotations.coco.json',
  );
  const several = ['annotations/instances_train.json', 'annotations/instances_val.json'];
  expect(wholePathIn('coco', several)).toBe('annotations/instances_default.json');
  expect(wholePathIn('cvat', ['task/annotations.xml'])).toBe('task/annotations.xml');
  expect(wholePathIn('labelme', ['annotations.json'])).toBe('');
});

it('labels are told from photos, hidden files and the project', () => {
  const paths = ['a.json', 'b/a.txt', 'data.yaml', 'a.jpg', '.git/x.json', '.a.json', STATE_PATH];
  expect(paths.filter(isLabelFile)).toEqual(['a.json', 'b/a.txt', 'data.yaml']);
});

it('a copy beside a file takes no name that is there', () => {
  const taken = new Set(['a (theirs).zip', 'a (theirs 2).zip']);
  expect(asidePath('a.zip', () => false)).toBe('a (theirs).zip');
  expect(asidePath('a.zip', (path) => taken.has(path))).toBe('a (theirs 3).zip');
});
