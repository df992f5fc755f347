import fc from 'fast-check';
import { encode } from 'fast-png';
import { expect, test, vi } from 'vitest';
import { compressCounts, expandCounts } from '../coco/rle.ts';
import { decodeMaskPng } from '../png/decode.ts';
import { legendFromList, legendFromTable, legendFromText } from '../png/legend.ts';
import { readMaskPng } from '../png/read.ts';
import { maskLines } from '../png/tables.ts';
import { readDataset } from '../read-dataset.ts';
import { createReading } from '../reading/reading.ts';
import { damagedBytes, damagedJson, damagedText, FUZZ, inBounds } from '../testing/damage.ts';
import { sourceFiles } from '../testing/files.ts';
import {
  type Content,
  expectSmall,
  fuzz,
  FUZZ_PHOTOS as photos,
  FUZZ_SIZE as size,
} from '../testing/fuzz.ts';
import { bytesToBase64 } from '../text/base64.ts';
import { parseCsv } from '../text/table.ts';

vi.setConfig({ testTimeout: 300_000 });

const png = (channels: 1 | 3, depth: 8 | 16 = 8) => {
  const values = size.width * size.height * channels;
  const data = depth === 8 ? new Uint8Array(values) : new Uint16Array(values);
  data.fill(255, 3, 9).fill(2, 12, 15);
  return Uint8Array.from(encode({ ...size, data, channels, depth }));
};

const coco = {
  images: [
    { id: 1, file_name: 'a.png', width: 5, height: 4, tags: ['night'] },
    { id: 'b', file_name: 'b.png' },
  ],
  categories: [{ id: 3, name: 'ring' }],
  annotations: [
    { image_id: 1, category_id: 3, segmentation: [[1, 1, 4, 1, 4, 3.5]], score: 0.5 },
    { image_id: 1, category_id: 3, segmentation: { size: [4, 5], counts: [5, 3, 12] } },
    {
      image_id: 'b',
      category_id: 3,
      segmentation: { size: [9, 3], counts: compressCounts([5, 3, 19]) },
      note: 'x',
    },
    { image_id: 'b', category_id: 3, bbox: [0, 0, 2, 2], attributes: { far: true, seen: 3 } },
  ],
};
fuzz('COCO', damagedJson([coco]), (text) => ({ 'a.json': text }));

const labelme = (shapes: readonly object[]) => ({
  imagePath: 'a.png',
  imageWidth: 5,
  imageHeight: 4,
  flags: { night: true },
  shapes,
});
const corners = [
  [1, 1],
  [4, 3],
];
fuzz(
  'LabelMe',
  damagedJson([
    labelme([
      { label: 'x', points: [...corners, [1, 3]], group_id: 1, description: 'n' },
      { label: 'x', points: corners, shape_type: 'rectangle', group_id: 1, attributes: { a: 1 } },
    ]),
    labelme([{ label: 'x', points: corners, shape_type: 'circle', score: 0.5 }]),
    labelme([
      { label: 'x', points: corners, shape_type: 'mask', mask: bytesToBase64(png(1)) },
      { label: 'y', points: corners, shape_type: 'mask', mask: '%%%' },
    ]),
  ]),
  (text) => ({ 'a.json': text }),
);

const XML = [
  '<!DOCTYPE a [<!ENTITY b "&b;">]>',
  '&b;',
  '&#0;',
  '&#xFFFFFFFF;',
  '<![CDATA[',
  '<!--',
  '<a>',
  '</a>',
  '<'.repeat(50),
  '<mask label="x" rle="1,99999999999" left="0" top="0" width="99999" height="999"/>',
];
const cvat = `<annotations><meta><task><labels><label><name>x</name><color>#112233</color></label>
</labels></task></meta><image id="0" name="a.png" width="5" height="4">
<mask label="x" rle="1, 2, 3" left="1" top="1" width="3" height="2" z_order="2"/>
<polygon label="x" points="0,0;3,0;3,3" group_id="1"/>
<box label="x" xtl="1" ytl="1" xbr="4" ybr="3" rotation="30" group_id="1">
<attribute name="note">hi</attribute></box>
<ellipse label="x" cx="2" cy="2" rx="1.5" ry="1"/><tag label="night"/></image></annotations>`;
fuzz('CVAT', damagedText([cvat], XML), (text) => ({ 'a.xml': text }));

const voc = `<annotation><filename>a.png</filename><size><width>5</width><height>4</height></size>
<object><name>x</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>3</xmax><ymax>3</ymax></bndbox>
<attributes><attribute><name>far</name><value>true</value></attribute></attributes></object>
<object><name>y</name><bndbox><xmin>2</xmin><ymin>2</ymin><xmax>5</xmax><ymax>4</ymax></bndbox>
</object></annotation>`;
fuzz('VOC', damagedText([voc], XML), (text) => ({ 'Annotations/a.xml': text }));

const yolo = '0 .1 .1 .9 .1 .9 .9\n1 0.5 0.5 0.25 0.5\n0 .5 .5 .5 .5 0.75\n';
fuzz('YOLO', damagedText([yolo], ['0 '.repeat(500), '\n', '-1']), (text) => ({
  'data.yaml': 'names: [cat, dog]',
  'labels/a.txt': text,
}));

const YAML = [
  '*a',
  '&a ',
  '[*a, *a]',
  '<<: *a',
  '!!js/function "x"',
  '!!binary aGk=',
  '!!set {a}',
  '{toString: 1, valueOf: 1}',
  '? ',
  '- ',
  ': ',
  '---\n',
  '{'.repeat(30),
  '99999999: ',
];
fuzz(
  'data.yaml',
  damagedText(['names:\n  0: cat\n  1: dog\nnc: 2\n', 'names: &a [cat, "dog"]\nx: *a\n'], YAML),
  (text) => ({ 'data.yaml': text, 'labels/a.txt': yolo }),
);

test('a table of masks: damaged ones are read', async () => {
  const csv = 'file,photo,number,class\r\nm/a.png,a.png,2,cat\r\nm/a.png,a.png,255,"d,""g"\r\n';
  const mask = await decodeMaskPng(png(1));
  await fc.assert(
    fc.asyncProperty(damagedText([csv], [',', '"', '\r\n', 'number']), (text) =>
      inBounds(() => {
        const reading = createReading(photos);
        const table = parseCsv(text);
        const lines = maskLines([{ path: 'a.csv', says: table }]).get('m/a.png');
        const legends = [legendFromTable(table), legendFromText(text), legendFromList([text])];
        for (const legend of legends) {
          readMaskPng('m/a.png', mask, { lines, legend, objects: mask }, reading);
          readMaskPng('m/a.png', mask, { lines, legend, objects: null }, reading);
        }
        expectSmall(reading.result());
      }),
    ),
    FUZZ,
  );
});

test('compressed run lengths: damaged ones give counts or a RangeError', async () => {
  const sound = [[20], [5, 3, 12], [0, 1, 300, 70_000, 5]].map(compressCounts);
  await fc.assert(
    fc.asyncProperty(damagedText(sound, ['~', 'oooooo0', 'P'.repeat(9)]), (text) =>
      inBounds(() => {
        const counts = countsOf(text);
        if (counts && counts.length > text.length) throw new Error('more counts than signs');
        if (counts?.some((count) => !Number.isFinite(count))) throw new Error('no numbers');
      }),
    ),
    FUZZ,
  );
});

function countsOf(text: string): number[] | null {
  try {
    return expandCounts(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

fuzz('a mask PNG', damagedBytes([png(1), png(3), png(1, 16)]), (bytes) => ({
  'masks/a.png': bytes,
}));

test('the files that are damaged are all read when whole', async () => {
  const read = async (path: string, content: Content) =>
    readDataset(sourceFiles(new Map([[path, content]])), photos);
  for (const [path, content] of [
    ['a.json', JSON.stringify(coco)],
    ['a.xml', cvat],
    ['a.xml', voc],
    ['labels/a.txt', yolo],
    ['masks/a.png', png(1)],
    ['masks/a.png', png(3)],
    ['masks/a.png', png(1, 16)],
  ] as const) {
    const { photos: found, skipped } = await read(path, content);
    expect(skipped, path).toEqual([]);
    expect(found[0]?.objects.length, path).toBeGreaterThan(0);
  }
});
