import { deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { expect, test, vi } from 'vitest';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { compressCounts } from '../coco/rle.ts';
import { brushRle } from '../label-studio/rle.ts';
import { readDataset } from '../read-dataset.ts';
import { damagedJson, damagedText } from '../testing/damage.ts';
import { sourceFiles } from '../testing/files.ts';
import { FUZZ_PHOTOS, FUZZ_SIZE, fuzz } from '../testing/fuzz.ts';
import { bytesToBase64 } from '../text/base64.ts';

vi.setConfig({ testTimeout: 300_000 });

const pixels = Uint8Array.from({ length: 20 }, (_, i) => Number(i > 4 && i < 9));
const counts = { size: [4, 5], counts: compressCounts([5, 3, 12]) };
const ring = [1, 1, 4, 1, 4, 3];

/** Sound files of each format that is JSON. */
const DOCUMENTS = {
  'COCO results': [
    { image_id: 'a', category_id: 3, segmentation: counts, score: 0.5, iscrowd: 1 },
    { image_id: 'a', category_id: 3, bbox: [0, 0, 2, 2], file_name: 'a.png' },
  ],
  Datumaro: {
    categories: {
      label: { labels: [{ name: 'cat' }, { name: 'night' }] },
      mask: { colormap: [{ label_id: 0, r: 1, g: 2, b: 3 }] },
    },
    items: [
      {
        id: 'a',
        image: { path: 'a.png', size: [4, 5] },
        annotations: [
          { type: 'label', label_id: 1 },
          { type: 'polygon', label_id: 0, group: 1, z_order: 2, points: ring },
          { type: 'bbox', label_id: 0, group: 1, bbox: [1, 1, 2, 2] },
          { type: 'mask', label_id: 0, rle: { size: [4, 5], counts: [5, 3, 12] } },
          { type: 'ellipse', label_id: 0, points: [0, 0, 4, 4], attributes: { note: 'n' } },
        ],
      },
    ],
  },
  'SA-1B': {
    image: { file_name: 'a.png', width: 5, height: 4 },
    annotations: [{ segmentation: counts, predicted_iou: 0.9 }],
  },
  Supervisely: {
    size: { width: 5, height: 4 },
    tags: [{ name: 'night' }],
    objects: [
      {
        classTitle: 'cat',
        points: {
          exterior: [
            [0, 0],
            [4, 0],
            [4, 3],
          ],
          interior: [],
        },
      },
      {
        classTitle: 'cat',
        geometryType: 'rectangle',
        points: {
          exterior: [
            [0, 0],
            [2, 2],
          ],
        },
      },
      {
        classTitle: 'dog',
        geometryType: 'bitmap',
        description: 'n',
        bitmap: {
          origin: [1, 1],
          data: bytesToBase64(
            Uint8Array.from(
              deflateSync(encode({ width: 2, height: 2, data: pixels.slice(4, 8), channels: 1 })),
            ),
          ),
        },
      },
    ],
  },
  'Label Studio': [
    {
      data: { image: '/data/local-files/?d=images/a.png' },
      annotations: [
        {
          result: [
            region('polygonlabels', {
              points: [
                [0, 0],
                [80, 0],
                [80, 75],
              ],
            }),
            region('rectanglelabels', { x: 20, y: 25, width: 40, height: 50, rotation: 30 }),
            region('ellipselabels', { x: 50, y: 50, radiusX: 30, radiusY: 20 }),
            region('brushlabels', {
              format: 'rle',
              rle: [...brushRle(maskFromBitmap(pixels, FUZZ_SIZE))],
            }),
            { type: 'choices', value: { choices: ['night'] } },
          ],
        },
      ],
    },
  ],
  CreateML: [
    {
      image: 'a.png',
      annotations: [{ label: 'cat', coordinates: { x: 2, y: 2, width: 2, height: 2 } }],
    },
  ],
  VIA: {
    'a.png1': {
      filename: 'a.png',
      regions: [
        via({ name: 'rect', x: 1, y: 1, width: 2, height: 2 }),
        via({ name: 'circle', cx: 2, cy: 2, r: 1.5 }),
        via({ name: 'ellipse', cx: 2, cy: 2, rx: 1.5, ry: 1, theta: 0.5 }),
        via({ name: 'polygon', all_points_x: [1, 4, 4], all_points_y: [1, 1, 3] }),
      ],
    },
  },
};

function region(type: string, value: object) {
  const size = { original_width: 5, original_height: 4 };
  return { id: 'r', type, ...size, value: { ...value, [type]: ['cat'] }, meta: { text: ['n'] } };
}

function via(shape_attributes: object) {
  return { shape_attributes, region_attributes: { class: 'cat', kind: { far: true }, n: 2 } };
}

const pathOf = (format: string) => (format === 'Supervisely' ? 'ann/a.png.json' : 'a.json');

for (const [format, document] of Object.entries(DOCUMENTS)) {
  fuzz(format, damagedJson([document]), (text) => ({ [pathOf(format)]: text }));
}

const TABLES = {
  boxes:
    'filename,width,height,class,xmin,ymin,xmax,ymax\r\na.png,5,4,cat,1,1,3,3\r\nb.png,,,"d,""g",0,0,1,1\r\n',
  RetinaNet: 'a.png,1,1,3,3,cat\nb.png,,,,,\n',
  VIA: `filename,region_shape_attributes,region_attributes
a.png,"{""name"":""rect"",""x"":1,""y"":1,""width"":2,""height"":2}","{""class"":""cat""}"
a.png,"{""name"":""polygon"",""all_points_x"":[1,4,4],""all_points_y"":[1,1,3]}","{}"
`,
};
const IN_TABLES = [',', '"', '""', '\r\n', '\r', '{}', '{""toString"":1}', '[[]]', 'null'];
fuzz('CSV', damagedText(Object.values(TABLES), IN_TABLES), (text) => ({ 'a.csv': text }));

const DOTA =
  'imagesource:GoogleEarth\ngsd:0.1\n1 1 4 1 4 3 1 3 plane 0\n0.5 0 3 0 3 2 0 2 ship 1\n';
const IN_DOTA = ['1 1 4 1 4 3 1 3 x', '1,', '\n', '-', 'gsd:', '9'.repeat(400), '1 '.repeat(5000)];
fuzz('DOTA', damagedText([DOTA], IN_DOTA), (text) => ({ 'labels/a.txt': text }));

test.each([
  ...Object.entries(DOCUMENTS).map(([format, document]): [string, string, string] => [
    format,
    pathOf(format),
    JSON.stringify(document),
  ]),
  ...Object.entries(TABLES).map(
    ([format, text]) => [`a table of ${format}`, 'a.csv', text] as const,
  ),
  ['DOTA', 'labels/a.txt', DOTA] as const,
])('%s: read when whole', async (_, path, text) => {
  const { photos, skipped } = await readDataset(sourceFiles(new Map([[path, text]])), FUZZ_PHOTOS);
  expect(skipped).toEqual([]);
  expect(photos[0]?.objects.length).toBeGreaterThan(0);
});
