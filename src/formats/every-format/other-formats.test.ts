import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { compressCounts } from '../coco/rle.ts';
import { readDataset } from '../read-dataset.ts';
import { sourceFiles } from '../testing/files.ts';
import { anyHostileJson } from '../testing/hostile.ts';
import { bytesToBase64 } from '../text/base64.ts';

const photo = { name: 'a.jpg', size: { width: 100, height: 80 } };
const SQUARE = [
  [10, 10],
  [30, 10],
  [30, 30],
  [10, 30],
];
const box = { x0: 10, y0: 10, x1: 30, y1: 30 };

type Content = Uint8Array<ArrayBuffer> | string;

async function read(files: Readonly<Record<string, Content | object>>, photos = [photo]) {
  const texts = Object.entries(files).map(([path, content]): [string, Content] => [
    path,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  ]);
  const result = await readDataset(sourceFiles(new Map(texts)), photos);
  const objects = result.photos.flatMap((labels) => labels.objects);
  return {
    ...result,
    objects,
    found: objects.map(({ className, mask }) => [className, maskArea(mask)]),
  };
}

async function expectSquare(files: Readonly<Record<string, Content | object>>, className = 'cat') {
  const { objects, skipped, unmatched } = await read(files);
  expect([...skipped, ...unmatched]).toEqual([]);
  expect(objects.map((object) => [object.className, maskBox(object.mask)])).toEqual([
    [className, box],
  ]);
  return objects[0];
}

describe('Label Studio', () => {
  const region = (type: string, value: object, more: object = {}) => ({
    type,
    original_width: 100,
    original_height: 80,
    value,
    ...more,
  });
  const task = (result: readonly object[], image = '/data/upload/3/1f2a3b4c-a.jpg') => [
    { id: 1, data: { text: 'no photo', image }, annotations: [{ result }] },
  ];
  const rectangle = { x: 10, y: 12.5, width: 20, height: 25 };
  const labels = { rectanglelabels: ['cat'] };
  test.each([
    ['an upload', '/data/upload/3/1f2a3b4c-a.jpg'],
    ['local storage', '/data/local-files/?d=photos/day%201/a.jpg'],
    ['a bucket', 's3://bucket/photos/a.jpg'],
    ['a server', 'https://example.org/photos/a.jpg?token=x.png'],
  ])('a photo from %s', async (_, image) => {
    await expectSquare({
      't.json': task([region('rectanglelabels', { ...rectangle, ...labels })], image),
    });
  });

  test.each([
    [
      'a rectangle turned about its corner',
      'rectanglelabels',
      { x: 30, y: 12.5, width: 20, height: 25, rotation: 90, ...labels },
    ],
    [
      'an ellipse',
      'ellipselabels',
      { x: 20, y: 25, radiusX: 10, radiusY: 12.5, ellipselabels: ['cat'] },
    ],
    [
      'a polygon',
      'polygonlabels',
      { points: SQUARE.map(([x = 0, y = 0]) => [x, y / 0.8]), polygonlabels: ['cat'] },
    ],
  ])('%s', async (_, type, value) => {
    await expectSquare({ 't.json': task([region(type, value)]) });
  });

  test('a label, a choice and a relation apart from their region', async () => {
    const result = [
      region('rectangle', rectangle, { id: 'r' }),
      region('labels', { ...rectangle, labels: ['cat'] }, { id: 'r' }),
      region('choices', { choices: ['sharp'] }, { id: 'r' }),
      region('choices', { choices: ['night'] }, { id: 'other' }),
      { type: 'relation', from_id: 'r', to_id: 's' },
    ];
    await expectSquare({ 't.json': task(result) });
    expect((await read({ 't.json': task(result) })).photos[0]?.tags).toEqual(['night']);
  });

  test('of several people’s work, what was checked; predictions where there is nothing else', async () => {
    const of = (label: string) => ({
      result: [region('rectanglelabels', { ...rectangle, rectanglelabels: [label] })],
    });
    const annotations = [
      { ...of('draft'), was_cancelled: true },
      of('dog'),
      { ...of('cat'), ground_truth: true },
    ];
    await expectSquare({ 't.json': [{ data: { image: 'a.jpg' }, annotations }] });
    await expectSquare({
      't.json': { data: { image: 'a.jpg' }, annotations: [], predictions: [of('cat')] },
    });
  });
});

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

describe('VIA', () => {
  const polygon = {
    name: 'polygon',
    all_points_x: [10, 30, 30, 10],
    all_points_y: [10, 10, 30, 30],
  };
  const rect = { name: 'rect', x: 10, y: 10, width: 20, height: 20 };
  const circle = { name: 'circle', cx: 20, cy: 20, r: 10 };
  const ellipse = { name: 'ellipse', cx: 20, cy: 20, rx: 10, ry: 10, theta: 0.5 };
  const region = (shape: object, attributes: object = { class: 'cat' }) => ({
    shape_attributes: shape,
    region_attributes: attributes,
  });
  test.each([polygon, rect, circle, ellipse])('$name', async (shape) => {
    const picture = { filename: 'a.jpg', size: 5, regions: [region(shape)] };
    await expectSquare({ 'v.json': { 'a.jpg5': picture } });
    await expectSquare({
      'v.json': { _via_settings: {}, _via_img_metadata: { 'a.jpg5': picture } },
    });
    await expectSquare({ 'v.json': { 'a.jpg5': { ...picture, regions: { 0: region(shape) } } } });
  });

  test.each([
    [{ name: 'cat', colour: 'grey' }, 'cat'],
    [{ colour: '', Type: 'cat' }, 'cat'],
    [{ kinds: { dog: false, cat: true } }, 'cat'],
    [{ animal: 'cat' }, 'cat'],
    [{}, 'object'],
  ])('the class among %j', async (attributes, className) => {
    const picture = { filename: 'a.jpg', regions: [region(rect, attributes)] };
    await expectSquare({ 'v.json': { x: picture } }, className);
  });

  test('as a table', async () => {
    const quoted = (value: object) => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const csv = `filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\r\na.jpg,5,{},1,0,${quoted(rect)},${quoted({ class: 'cat' })}\r\n`;
    await expectSquare({ 'via.csv': csv });
  });
});

describe('Supervisely', () => {
  const file = (object: object) => ({
    size: { width: 100, height: 80 },
    tags: [{ name: 'night' }],
    objects: [{ classTitle: 'cat', geometryType: 'polygon', ...object }],
  });
  const interior = [SQUARE.map(([x = 0, y = 0]) => [x / 2 + 10, y / 2 + 10])];
  test('a polygon with a hole, tags and colours', async () => {
    const { found, photos, classes } = await read({
      'meta.json': { classes: [{ title: 'cat', shape: 'polygon', color: '#0A0B0C' }] },
      'ds/ann/a.jpg.json': file({ points: { exterior: SQUARE, interior } }),
    });
    expect(found).toEqual([['cat', 300]]);
    expect(photos[0]?.tags).toEqual(['night']);
    expect(classes).toEqual([{ name: 'cat', color: [10, 11, 12] }]);
  });

  test('a rectangle, whose last pixel counts', async () => {
    const points = {
      exterior: [
        [29, 29],
        [10, 10],
      ],
      interior: [],
    };
    await expectSquare({ 'ann/a.jpg.json': file({ geometryType: 'rectangle', points }) });
  });

  test('a bitmap, and one that unpacks without end', async () => {
    const png = encode({ width: 20, height: 20, channels: 1, data: new Uint8Array(400).fill(255) });
    const bitmap = (bytes: Uint8Array) => ({
      geometryType: 'bitmap',
      bitmap: { origin: [10, 10], data: bytesToBase64(Uint8Array.from(deflateSync(bytes))) },
    });
    await expectSquare({ 'ann/a.jpg.json': file(bitmap(Uint8Array.from(png))) });
    const { skipped } = await read({ 'ann/a.jpg.json': file(bitmap(new Uint8Array(9_000_000))) });
    expect(skipped).toMatchObject([{ problem: { kind: 'too-many' } }]);
  });
});

describe('DOTA', () => {
  const corners = SQUARE.flat()
    .map((value) => value.toFixed(1))
    .join(' ');
  test('with its head, and hard objects', async () => {
    const object = await expectSquare(
      {
        'labelTxt/a.txt': `imagesource:GoogleEarth\r\ngsd:0.146\r\n${corners} large-vehicle 1\r\n`,
      },
      'large-vehicle',
    );
    expect(object?.attributes).toEqual([['difficult', true]]);
  });

  test('without the last column, and beside a line that is none', async () => {
    const { found, skipped } = await read({ 'labelTxt/a.txt': `${corners} cat\n1 2 3\n` });
    expect(found).toEqual([['cat', 400]]);
    expect(skipped).toMatchObject([{ problem: { kind: 'broken-line' } }]);
  });
});

test.each(['image', 'imagefilename'])('CreateML, its photos called %s', async (key) => {
  const annotations = [{ label: 'cat', coordinates: { x: 20, y: 20, width: 20, height: 20 } }];
  await expectSquare({ '_annotations.createml.json': [{ [key]: 'a.jpg', annotations }] });
});

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
