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
    [
      'the app’s own',
      'photo,photo_width,photo_height,object,class,area,left,top,width,height\r\na.jpg,100,80,1,cat,9,10,10,20,20\r\n',
    ],
  ])('%s', async (_, csv) => {
    await expectSquare({ 'boxes.csv': csv });
  });

  test('a table that is none of those is said', async () => {
    const { skipped } = await read({ 'prices.csv': 'item,price\nbread,3\n' });
    expect(skipped).toMatchObject([{ file: 'prices.csv', problem: { kind: 'not-a-format' } }]);
  });
});
