import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { photoFiles } from './file-names.ts';
import { createPhotoFinder, type Found } from './photo-finder.ts';

const size = { width: 4, height: 3 };
const photos = (...names: string[]) => names.map((name) => ({ name, size }));
const at = (index: number) => ({ kind: 'found', index });

function findIn(open: readonly string[], name: string, file = ''): Found {
  return createPhotoFinder(photos(...open), []).find({ file, name, size: null });
}

describe('a photo is found', () => {
  const open = ['train/a.jpg', 'val/a.jpg', 'Coffee', 'Übung.JPG', 'x/b.jpg', 'y/b.png'];
  test.each([
    ['train/a.jpg', 0],
    ['val/a.jpg', 1],
    ['val/a', 1],
    ['images/Coffee.jpg', 2],
    ['coffee', 2],
    ['C:\\data\\Coffee.png', 2],
    ['U\u0308bung.jpg', 3],
    ['übung', 3],
    ['b.jpg', 4],
    ['other/y/b.jpg', 5],
  ])('as %s', (name, index) => {
    expect(findIn(open, name)).toMatchObject(at(index));
  });

  test('not by a name that fits two, or none', () => {
    expect(findIn(open, 'b.webp')).toEqual({ kind: 'ambiguous' });
    expect(findIn(open, 'a')).toEqual({ kind: 'ambiguous' });
    expect(findIn(open, 'tea.jpg')).toEqual({ kind: 'unknown' });
  });
});

describe('a name leads on from where its label file lies', () => {
  test.each([
    // Beside the file, below it, above it.
    [['A/1.jpg', 'B/1.jpg'], 'A/1.json', '1.jpg', 0],
    [['s/train/images/1.jpg', 's/val/images/1.jpg'], 's/val/_annotations.json', 'images/1.jpg', 1],
    [['s/train/images/1.jpg', 's/val/images/1.jpg'], 's/val/_annotations.json', '1.jpg', 1],
    [['A/photos/1.jpg', 'B/photos/1.jpg'], 'B/jsons/1.json', '../photos/1.jpg', 1],
    [['A/photos/1.jpg', 'B/photos/1.jpg'], 'B/jsons/1.json', '..\\photos\\1.jpg', 1],
    // Folders side by side, of any case, also below one of the same name.
    [['images/a/1.jpg', 'images/b/1.jpg'], 'labels/b/1.txt', '1', 1],
    [['Images/A/1.JPG', 'Images/B/1.JPG'], 'Labels/A/1.txt', '1', 0],
    [['labels/images/a/1.jpg', 'labels/images/b/1.jpg'], 'labels/labels/b/1.txt', '1', 1],
    [['a/images/1.jpg', 'b/images/1.jpg'], 'b/masks/1.png', '1', 1],
    [['JPEGImages/x/1.jpg', 'JPEGImages/y/1.jpg'], 'Annotations/y/1.xml', '1.jpg', 1],
    // In a folder that the photos were not opened with, by the end of the place.
    [['C/images/1.jpg', '1.jpg'], 'my set/annotations/instances.json', '1.jpg', 1],
    [['C/images/1.jpg', '1.jpg'], 'my set/tasks.json', 'images/1.jpg', 1],
    [['1/1.jpg', '1.jpg'], 'my set/labels/1.txt', '1', 1],
    [['1/1.jpg', '1.jpg'], 'my set/labels/1/1.txt', '1', 0],
    [['trip/A/1.jpg', '1.jpg'], 'my set/labels/A/1.txt', '1', 0],
    // The part of the data set, as the label file or a folder names it.
    [['images/train/1.jpg', 'images/val/1.jpg'], 'annotations/instances_val.json', '1.jpg', 1],
    [['images/Train/1.jpg', 'images/Test/1.jpg'], 'annotations.xml', 'Test/1.jpg', 1],
    [['train2017/1.jpg', 'val2017/1.jpg'], 'annotations/instances_val2017.json', '1.jpg', 1],
    [['train/1.jpg', 'valid/1.jpg'], 'instances_validation.json', '1.jpg', 1],
    [['train_images/1.jpg', 'val_images/1.jpg'], 'train_masks/1.png', '1', 0],
    // What was drawn is not what was photographed.
    [['AnnotationsVisualization/1.jpg', 'JPEGImages/1.jpg'], 'Annotations/1.xml', '1.jpg', 1],
    [['JPEGImages/1.jpg', 'SegmentationClass/1.png'], 'Annotations/1.xml', '1', 0],
    [['thumbs/1.jpg', 'photos/1.jpg'], 'labels.json', '1.jpg', 1],
    [['thumbs/1.jpg', 'photos/1.jpg'], 'labels.json', 'thumbs/1.jpg', 0],
    // Folders of the machine that wrote it.
    [['A/1.jpg', 'B/1.jpg'], 'labels.xml', '/home/me/data/B/1.jpg', 1],
    [['A/1.jpg', 'B/1.jpg'], 'A/labels.xml', 'D:\\data\\B\\1.jpg', 1],
  ] as const)('of %j, %s means %s', (open, file, name, index) => {
    expect(findIn(open, name, file)).toMatchObject(at(index));
  });

  test('not to a photo of another part of the data set', () => {
    expect(findIn(['val/1.jpg'], '1.jpg', 'train/labels.json')).toEqual({ kind: 'unknown' });
    expect(findIn(['val/1.jpg'], 'Train/1.jpg', 'annotations.xml')).toEqual({ kind: 'unknown' });
  });

  test('whatever the folders are called and wherever the root is', () => {
    // Among words as short as these, this one says what lies in a folder, which is no name then.
    const folder = fc
      .stringMatching(/^[a-zA-Z][a-zA-Z0-9 ]{0,6}$/)
      .filter((name) => !/^gt$/i.test(name.trim()));
    const folders = fc.uniqueArray(folder, {
      minLength: 2,
      maxLength: 4,
      selector: (name) => name.toLowerCase().trim(),
    });
    const roles = fc.constantFrom(['images', 'labels'], ['JPEGImages', 'Annotations'], ['', '']);
    fc.assert(
      fc.property(
        folders,
        roles,
        fc.constantFrom('', 'set', 'a/b'),
        (names, [image, label], root) => {
          const path = (...parts: string[]) => parts.filter(Boolean).join('/');
          const open = names.map((name) => path(root, image ?? '', name, '1.jpg'));
          for (const [i, name] of names.entries()) {
            const file = path(label ?? '', name, '1.txt');
            if (label || root === '') expect(findIn(open, '1', file)).toMatchObject(at(i));
            expect(findIn(open, `${name}/1.jpg`, 'labels.json')).toMatchObject(at(i));
          }
        },
      ),
    );
  });
});

describe('a name that a tool has changed', () => {
  test.each([
    ['my photo é.jpg', 'images/my%20photo%20%C3%A9.jpg'],
    ['my photo é.jpg', 'my%2520photo%2520%25C3%25A9.jpg'],
    ['my%20photo.jpg', 'my photo.jpg'],
    ['100% sure.jpg', '100% sure.jpg'],
    ['50%zz.jpg', '50%zz'],
    ['a b.jpg', '/data/local-files/?d=photos/a%20b.jpg'],
    ['a.jpg', 'https://example.org/bucket/a.jpg?signature=abc#x'],
    ['a.jpg', 's3://bucket/folder/a.jpg'],
    ['IMG_1.jpg', '/data/upload/3/0a1b2c3d-IMG_1.jpg'],
    ['0a1b2c3d-IMG_1.jpg', 'IMG_1.jpg'],
    ['IMG_1.jpg', 'IMG_1_jpg.rf.0123456789abcdef.jpg'],
    ['IMG_1.jpg', 'IMG_1.HEIC'],
    ['leftImg8bit/c_000001_000019_leftImg8bit.png', 'c_000001_000019_gtFine_labelIds'],
  ])('%s is meant by %s', (photo, name) => {
    expect(findIn([photo, 'other.jpg'], name)).toMatchObject(at(0));
  });

  test('as it is written goes before what it stands for', () => {
    expect(findIn(['a b.jpg', 'a%20b.jpg'], 'a%20b.jpg')).toMatchObject(at(1));
    expect(findIn(['a b.jpg', 'a%20b.jpg'], 'a b.jpg')).toMatchObject(at(0));
  });
});

describe('an open photo and one that came with the files', () => {
  const other = { width: 8, height: 6 };
  const find = (open: string[], brought: string[], name: string, file = '') =>
    createPhotoFinder(photos(...open), photos(...brought)).find({ file, name, size });

  test('are one where name and size are the same', () => {
    expect(find(['a.jpg'], ['images/a.jpg'], 'a.jpg')).toMatchObject(at(0));
    expect(find(['a.jpg'], ['images/a.jpg'], 'images/a.jpg')).toMatchObject(at(0));
  });

  test('are two where the open one could be either of two', () => {
    const brought = ['train/a.jpg', 'val/a.jpg'];
    expect(find(['a.jpg'], brought, 'a.jpg', 'train/a.json')).toMatchObject(at(1));
    expect(find(['val/a.jpg'], brought, 'a.jpg', 'train/a.json')).toMatchObject(at(1));
    expect(find(['val/a.jpg'], brought, 'a.jpg', 'val/a.json')).toMatchObject(at(0));
  });

  test('are told apart by size', () => {
    const finder = createPhotoFinder(photos('a.jpg'), [{ name: 'images/a.jpg', size: other }]);
    const sized = (of: typeof size | null) => finder.find({ file: '', name: 'a.jpg', size: of });
    expect(sized(size)).toMatchObject(at(0));
    expect(sized(other)).toMatchObject(at(1));
    expect(sized(null)).toMatchObject(at(1));
    expect(sized({ width: 1, height: 1 })).toMatchObject({ kind: 'other-size' });
  });
});

describe('names of files', () => {
  test('are unique without regard to case and ending, keep folders, and are safe everywhere', () => {
    const names = ['a.jpg', 'A.png', 'sub/a.jpg', '..', 'con<>:"|?*.jpg', '', 'x'.repeat(300)];
    const files = photoFiles(photos(...names), []);
    const stems = files.map(({ stem }) => stem.toLowerCase());
    expect(new Set(stems).size).toBe(names.length);
    expect(files.map(({ name }) => name).slice(0, 4)).toEqual([
      'a (1).jpg',
      'A (2).png',
      'sub/a.jpg',
      'unnamed (1).jpg',
    ]);
    for (const { name } of files) expect(name).toMatch(/^(sub\/)?[^<>:"|?*/\\]{1,130}$/);
  });

  test('are what the photos are found by again', () => {
    const all = photos('a.jpg', 'A.png', 'sub/a.jpg', 'b', 'b.x.jpg', '猫.webp', 'sub/b:.jpg');
    const finder = createPhotoFinder(all, []);
    const found = photoFiles(all, []).map(({ name }) => finder.find({ file: '', name, size }));
    expect(found).toMatchObject(all.map((_, i) => at(i)));
  });
});
