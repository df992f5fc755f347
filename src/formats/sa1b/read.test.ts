import { expect, test } from 'vitest';
import { compressCounts } from '../coco/rle.ts';
import { expectSquare } from '../testing/square.ts';

test('Segment Anything’s own files', async () => {
  const counts = compressCounts([
    810,
    ...Array.from({ length: 19 }, () => [20, 60]).flat(),
    20,
    5650,
  ]);
  const object = await expectSquare(
    {
      'sa_1.json': {
        image: { file_name: 'a.jpg', width: 100, height: 80 },
        annotations: [{ segmentation: { size: [80, 100], counts }, predicted_iou: 0.5 }],
      },
    },
    'object',
  );
  expect(object?.score).toBe(0.5);
});
