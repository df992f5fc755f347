import { expect, it } from 'vitest';
import { chosenFile, photosAmong } from './chosen.ts';

function picked(path: string, from: 'picker' | 'drop' = 'picker') {
  const file = new File(['x'], path.split('/').at(-1) ?? '');
  return Object.assign(file, {
    webkitRelativePath: from === 'picker' ? path : '',
    ...(from === 'drop' && { relativePath: `./${path}` }),
  });
}

it('a photo knows where it lies in the folder that was opened, however it came', () => {
  expect(chosenFile(picked('photos/day 1/left/a.jpg')).folder).toBe('day 1/left');
  expect(chosenFile(picked('photos/a.jpg', 'drop')).folder).toBe('');
  expect(chosenFile(picked('photos/day 1/a.jpg', 'drop')).folder).toBe('day 1');
  expect(chosenFile(new File(['x'], 'a.jpg'))).toMatchObject({ folder: '', handle: null });
});

it('of a folder the photos are taken, by name; single files are taken as they are', () => {
  const files = ['10.jpg', '9.JPG', 'notes.txt', '.hidden.png', 'a/1.tif', '11.HEIC', '12.jxl'];
  expect(photosAmong(files.map((path) => picked(`p/${path}`))).map(({ name }) => name)).toEqual([
    '9.JPG',
    '10.jpg',
    '11.HEIC',
    '12.jxl',
    '1.tif',
  ]);
  const alone = [new File(['x'], 'z.dat'), new File(['x'], 'a.png')];
  expect(photosAmong(alone).map(({ name }) => name)).toEqual(['z.dat', 'a.png']);
});
