import { describe, expect, test } from 'vitest';
import { expectSquare, read, SQUARE } from '../testing/square.ts';

describe('Datumaro', () => {
  const file = (annotation: object) => ({
    categories: { label: { labels: [{ name: 'dog' }, { name: 'cat' }] } },
    items: [
      {
        id: 'sub/a',
        annotations: [{ label_id: 1, group: 0, ...annotation }],
        image: { path: 'a.jpg', size: [80, 100] },
      },
    ],
  });
  test.each([
    ['a box', { type: 'bbox', bbox: [10, 10, 20, 20] }],
    ['a polygon', { type: 'polygon', points: SQUARE.flat() }],
    ['an ellipse', { type: 'ellipse', points: [10, 10, 30, 30] }],
  ])('%s', async (_, annotation) => {
    await expectSquare({ 'annotations/train.json': file(annotation) });
  });

  test('a label of the whole photo is a tag; points are said', async () => {
    expect((await read({ 'a.json': file({ type: 'label' }) })).photos[0]?.tags).toEqual(['cat']);
    const { notes } = await read({ 'a.json': file({ type: 'points', points: [1, 2] }) });
    expect(notes).toMatchObject([{ note: { kind: 'keypoints' } }]);
  });
});
