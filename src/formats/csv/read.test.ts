import { describe, expect, test } from 'vitest';
import { expectSquare, read } from '../testing/square.ts';

describe('tables of boxes', () => {
  test.each([
    [
      'TensorFlow’s',
      'filename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,100,80,cat,10,10,30,30\n',
    ],
    ['RetinaNet’s', 'photos/a.jpg,10,10,30,30,cat\nphotos/a.jpg,,,,,\n'],
    ['RetinaNet’s, written by Windows', '\ufeffphotos\\a.jpg,10,10,30,30,cat\r\n'],
    ['corner and size', 'image_id,label,x,y,w,h\na.jpg,cat,10,10,20,20\n'],
    ['shares of the photo', 'ImageID,LabelName,XMin,XMax,YMin,YMax\na,cat,0.1,0.3,0.125,0.375\n'],
    ['semicolons', 'filename;class;xmin;ymin;xmax;ymax\r\na.jpg;cat;10;10;30;30\r\n'],
    ['tabs', 'filename\tclass\txmin\tymin\txmax\tymax\na.jpg\tcat\t10\t10\t30\t30\n'],
    [
      'space around quotes, and quotes within a word',
      'filename, class, note, xmin, ymin, xmax, ymax\n"a.jpg", "cat", 5" pipe, 10, 10, 30, 30\n',
    ],
    [
      'the app’s own',
      'photo,photo_width,photo_height,object,class,area,left,top,width,height\r\na.jpg,100,80,1,cat,9,10,10,20,20\r\n',
    ],
  ])('%s', async (_, csv) => {
    await expectSquare({ 'boxes.csv': csv });
  });

  test('tabs under a name of their own, and RetinaNet’s classes beside its boxes', async () => {
    await expectSquare({
      'boxes.tsv': 'filename\tclass\txmin\tymin\txmax\tymax\na.jpg\tcat\t10\t10\t30\t30\n',
    });
    await expectSquare({
      'boxes.csv': 'a.jpg,10,10,30,30,cat\n',
      'classes.csv': 'cat,0\ndog, 1\n',
    });
    const { skipped } = await read({ 'notes.tsv': 'one\ttwo\n1\t2\n' });
    expect(skipped).toMatchObject([{ problem: { kind: 'not-a-format' } }]);
  });

  test('a box of one pixel in the corner is no share of the photo', async () => {
    const header = 'photo,photo_width,photo_height,class,left,top,width,height';
    const corner = await read({ 'boxes.csv': `${header}\na.jpg,100,80,cat,0,0,1,1\n` });
    expect(corner.found).toEqual([['cat', 1]]);
    const rows = 'a.jpg,0,0,1,1,cat\na.jpg,10,10,30,30,dog\n';
    expect((await read({ 'boxes.csv': rows })).found).toEqual([
      ['cat', 1],
      ['dog', 400],
    ]);
  });

  test('scores and notes come with their box', async () => {
    const csv =
      'filename,class,confidence,note,xmin,ymin,xmax,ymax\na.jpg,cat,0.5,"a, b",1,1,3,3\n';
    const { objects } = await read({ 'boxes.csv': csv });
    expect(objects).toMatchObject([{ score: 0.5, note: 'a, b' }]);
  });

  test('a table that is none of those is said', async () => {
    const { skipped } = await read({ 'prices.csv': 'item,price\nbread,3\n' });
    expect(skipped).toMatchObject([{ file: 'prices.csv', problem: { kind: 'not-a-format' } }]);
  });
});
