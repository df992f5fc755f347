import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHostileJson } from '../testing/hostile.ts';
import { type Content, read } from '../testing/square.ts';

test.each<[string, Content | object, string]>([
  ['train/cars.tfrecord', 'x', 'TFRecord'],
  ['train.record-00000-of-00010', 'x', 'TFRecord'],
  ['labels.h5', 'x', 'HDF5'],
  ['export.ndjson', '{}', 'JSONL'],
  ['set.tar.gz', 'x', 'TAR/GZIP/7Z/RAR'],
  ['a.json', { type: 'FeatureCollection', features: [] }, 'GeoJSON'],
  ['a.json', { videos: [], annotations: [] }, 'YouTube-VIS'],
  ['a.json', [{ name: 'a.jpg', labels: [] }], 'BDD100K'],
  [
    'a.txt',
    'Car 0.00 0 -1.58 587.01 173.33 614.12 200.12 1.65 1.67 3.64 -0.65 1.71 46.70 -1.59',
    'KITTI',
  ],
  ['gt.txt', '1,3,794.2,247.5,71.2,174.8,1,1,0.8\n', 'MOT'],
])('%s is recognised and called by its name', async (path, content, format) => {
  expect((await read({ [path]: content })).skipped).toMatchObject([
    { file: path, problem: { kind: 'not-read', format } },
  ]);
});

test('what belongs to a data set without saying anything of objects is no fault', async () => {
  const files = Object.fromEntries(
    [
      'README.md',
      '_README.txt',
      'README.roboflow.txt',
      'LICENSE',
      'licence.txt',
      'train.cache',
      'a_readme.txt',
    ].map((path) => [path, 'some words']),
  );
  const { skipped } = await read({ ...files, 'notes.json': { categories: [], info: {} } });
  expect(skipped).toEqual([]);
});

test.each([
  [['data', 'annotations', 'result', 'value', 'type']],
  [['items', 'categories', 'annotations', 'points', 'rle']],
  [['image', 'annotations', 'segmentation', 'counts']],
  [['objects', 'size', 'points', 'exterior', 'bitmap']],
  [['_via_img_metadata', 'filename', 'regions', 'shape_attributes']],
  [['images', 'annotations', 'segments_info', 'categories']],
])('any JSON with %j is read or refused, and never breaks', async (keys) => {
  await fc.assert(
    fc.asyncProperty(anyHostileJson(keys), async (text) => {
      await read({ 'a.json': text, 'b.json': `[${text}]` });
    }),
  );
});
