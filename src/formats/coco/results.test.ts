import { describe, expect, test } from 'vitest';
import { expectSquare, photo, read } from '../testing/square.ts';

describe('COCO results', () => {
  const results = (id: unknown) => [
    { image_id: id, category_id: 2, bbox: [10, 10, 20, 20], score: 0.9 },
  ];
  const coco = {
    images: [{ id: 7, file_name: 'a.jpg' }],
    annotations: [],
    categories: [{ id: 2, name: 'cat' }],
  };
  test('take photos and classes from COCO’s file beside them, in whatever order they come', async () => {
    const object = await expectSquare({ '0.json': results(7), '1.json': coco });
    expect(object?.score).toBe(0.9);
  });

  test('name photos by their ids', async () => {
    const photos = [photo, { ...photo, name: '000000000139.jpg' }];
    for (const [id, index] of [
      ['a', 0],
      [139, 1],
    ] as const) {
      const { photos: found } = await read({ 'r.json': results(id) }, photos);
      expect(found.map((labels) => labels.photo)).toEqual([index]);
    }
    expect((await read({ 'r.json': results(5) }, photos)).skipped).toMatchObject([
      { problem: { kind: 'unknown-photo' } },
    ]);
  });

  test('mean the only photo', async () => {
    await expectSquare({ 'r.json': results(5) }, 'class 2');
  });
});

test('COCO panoptic without its pictures is said', async () => {
  const annotations = [
    { image_id: 1, file_name: 'a.png', segments_info: [{ id: 1, category_id: 1 }] },
  ];
  const json = {
    images: [{ id: 1, file_name: 'a.jpg' }],
    annotations,
    categories: [{ id: 1, name: 'cat' }],
  };
  expect((await read({ 'panoptic_val.json': json })).skipped).toMatchObject([
    { problem: { kind: 'no-picture', name: 'a.png' } },
  ]);
});
