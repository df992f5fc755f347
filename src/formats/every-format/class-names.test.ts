import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { maskArea } from '../../mask/measure.ts';
import { vocColor } from '../classes/colors.ts';
import type { Rgb } from '../dataset.ts';
import { greyPng, indexedPng, rgbPng } from '../png/encode.ts';
import { readDataset } from '../read-dataset.ts';
import { sourceFiles } from '../testing/files.ts';

const size = { width: 6, height: 4 };
type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** By photo: class and pixels of each object. */
async function read(files: Files, names: readonly string[] = ['a.jpg']) {
  const photos = names.map((name) => ({ name, size }));
  const result = await readDataset(sourceFiles(new Map(Object.entries(files))), photos);
  const found = result.photos.map(({ photo, objects }) => [
    names[photo],
    objects.map(({ className, mask }) => `${className} ${maskArea(mask)}`),
  ]);
  return { ...result, found: Object.fromEntries(found) };
}

const box = (number: number) => `${number} .5 .5 .5 .5\n`;
const yaml = (...names: string[]) => `names:\n${names.map((name) => `- ${name}\n`).join('')}`;

describe("YOLO's classes", () => {
  test.each<[string, Files]>([
    [
      'data.yaml before those of trainers',
      { 'args.yaml': 'task: detect', 'data.yaml': yaml('cat') },
    ],
    ['YAML of any name', { 'coco8.yml': yaml('cat') }],
    ['data.yaml before a list', { 'data.yaml': yaml('cat'), 'labels/classes.txt': 'dog' }],
    ['Darknet', { 'labels/_darknet.labels': 'cat\ndog\n' }],
    ['names of any name', { 'data/coco.names': 'cat\r\ndog\r\n' }],
    ['a list called label_names.txt', { 'label_names.txt': '\ufeffcat\n' }],
    ['Keras', { '_classes.txt': 'cat' }],
    ['words that YAML 1.1 takes for others', { 'data.yaml': 'names: [cat, no, 007]' }],
  ])('%s', async (_, files) => {
    const { found, skipped } = await read({ ...files, 'labels/a.txt': box(0) });
    expect(found).toEqual({ 'a.jpg': ['cat 6'] });
    expect(skipped).toEqual([]);
  });

  test('belong to their folder', async () => {
    const { found } = await read(
      {
        'A/data.yaml': yaml('cat'),
        'A/labels/a.txt': box(0),
        'B/obj.names': 'dog',
        'B/b.txt': box(0),
        'C/c.txt': box(0),
      },
      ['a.jpg', 'b.jpg', 'c.jpg'],
    );
    expect(found).toEqual({ 'a.jpg': ['cat 6'], 'b.jpg': ['dog 6'], 'c.jpg': ['class 0 6'] });
  });

  test('are as they are written', async () => {
    const names = 'names: {0: 007, 1: no, 2: 1:30, 3: null, 4: 1.0}';
    const labels = [0, 1, 2, 3, 4].map(box).join('');
    const { found } = await read({ 'data.yaml': names, 'labels/a.txt': labels });
    expect(found).toEqual({ 'a.jpg': ['007 6', 'no 6', '1:30 6', 'null 6', '1.0 6'] });
  });

  test('are missed where a trainer alone has left its YAML, and nothing else is', async () => {
    const { found, skipped } = await read({ 'args.yaml': 'task: x', 'labels/a.txt': box(0) });
    expect(found).toEqual({ 'a.jpg': ['class 0 6'] });
    expect(skipped).toEqual([]);
  });
});

const [RED, GREEN, BLACK, VOID]: Rgb[] = [
  [200, 0, 0],
  [0, 150, 20],
  [0, 0, 0],
  [224, 224, 192],
];

/** A row of red and green, then one of green alone; the rest is black. */
const colors = (red = RED ?? [0, 0, 0], green = GREEN ?? [0, 0, 0], rest = BLACK ?? [0, 0, 0]) =>
  rgbPng(
    Uint8Array.from([
      ...pixels(red, 4),
      ...pixels(green, 2),
      ...pixels(green, 6),
      ...pixels(rest, 12),
    ]),
    size,
  );
const numbers = (...values: readonly [number, number, number]) =>
  Uint8Array.from([
    ...Array(4).fill(values[0]),
    ...Array(8).fill(values[1]),
    ...Array(12).fill(values[2]),
  ]);

function pixels(color: Rgb, count: number): number[] {
  return Array.from({ length: count }, () => color).flat();
}

describe('masks by colour', () => {
  test.each<[string, Files]>([
    [
      'of CVAT and VOC',
      {
        'labelmap.txt':
          '# label:color_rgb:parts:actions\nbackground:0,0,0::\ncat:200,0,0::\ndog:0,150,20::\n',
      },
    ],
    ['of CamVid', { 'label_colors.txt': '0 0 0\tVoid\n200 0 0\tcat\n0 150 20\tdog\n' }],
    ['of a table', { 'class_dict.csv': 'name,r,g,b\nVoid,0,0,0\ncat,200,0,0\ndog,0,150,20\n' }],
  ])('by the label map %s', async (_, files) => {
    const { found, classes } = await read({ ...files, 'SegmentationClass/a.png': colors() });
    expect(found).toEqual({ 'a.jpg': ['cat 4', 'dog 8'] });
    expect(classes).toEqual([
      { name: 'cat', color: RED },
      { name: 'dog', color: GREEN },
    ]);
  });

  test('with the pictures of objects beside them, as CVAT writes them', async () => {
    const { found, skipped } = await read({
      'labelmap.txt': 'background:0,0,0::\ncat:200,0,0::\ndog:0,150,20::\n',
      'SegmentationClass/x/a.png': colors(),
      'SegmentationObject/x/a.png': rgbPng(
        Uint8Array.from([
          ...pixels(vocColor(1), 4),
          ...pixels(vocColor(2), 2),
          ...pixels(vocColor(3), 6),
          ...pixels([0, 0, 0], 12),
        ]),
        size,
      ),
    });
    expect(found).toEqual({ 'a.jpg': ['cat 4', 'dog 6', 'dog 2'].sort() });
    expect(skipped).toEqual([]);
  });

  test('without any: the colour is the name', async () => {
    const { found } = await read({ 'masks/a.png': colors() });
    expect(found).toEqual({ 'a.jpg': ['class #c80000 4', 'class #009614 8'] });
  });

  test('whose colour stands for nothing', async () => {
    const map = 'background:0,0,0::\ncat:200,0,0::\n';
    const { found } = await read({ 'labelmap.txt': map, 'masks/a.png': colors(RED, VOID) });
    expect(found).toEqual({ 'a.jpg': ['cat 4'] });
  });
});

describe('masks by number', () => {
  test.each<[string, Files]>([
    ["Roboflow's table", { '_classes.csv': 'Pixel Value, Class\n0, background\n1, cat\n2, dog\n' }],
    ["labelme's class_names.txt", { 'class_names.txt': '_background_\ncat\ndog\n' }],
    ["labelme's labels.txt", { 'labels.txt': '__ignore__\n_background_\ncat\ndog\n' }],
    ['a list without the background', { 'classes.txt': 'cat\ndog\n' }],
    ['a label map', { 'labelmap.txt': 'background:0,0,0::\ncat:9,9,9::\ndog:8,8,8::\n' }],
  ])('by %s; 255 is void', async (_, files) => {
    const grey = greyPng(numbers(1, 2, 255), size);
    expect((await read({ ...files, 'a_mask.png': grey })).found).toEqual({
      'a.jpg': ['cat 4', 'dog 8'],
    });
    const indexed = indexedPng(numbers(1, 2, 255), size);
    expect((await read({ ...files, 'masks/a.png': indexed })).found).toEqual({
      'a.jpg': ['cat 4', 'dog 8'],
    });
  });

  test('that a grey of three equal parts holds', async () => {
    const grey = colors([1, 1, 1], [2, 2, 2]);
    const { found } = await read({ 'classes.txt': 'cat\ndog', 'masks/a.png': grey });
    expect(found).toEqual({ 'a.jpg': ['cat 4', 'dog 8'] });
  });

  test('of a palette, whose colours say more than its order', async () => {
    const map = 'background:0,0,0::\ndog:0,150,20::\ncat:200,0,0::\n';
    const palette = [BLACK, RED, GREEN].map((color) => [...(color ?? [])]);
    const data = numbers(1, 2, 0);
    const png = Uint8Array.from(encode({ ...size, data, channels: 1, depth: 8, palette }));
    const { found } = await read({ 'labelmap.txt': map, 'masks/a.png': png });
    expect(found).toEqual({ 'a.jpg': ['cat 4', 'dog 8'] });
  });

  test.each<[string, Uint8Array, string[]]>([
    ['labelIds', numbers(26, 7, 0), ['road 8', 'car 4']],
    ['labelTrainIds', numbers(0, 13, 255), ['road 4', 'car 8']],
  ])('of Cityscapes: %s', async (kind, data, expected) => {
    const png = greyPng(Uint8Array.from(data), size);
    const { found } = await read(
      {
        [`gtFine/val/x/x_1_gtFine_${kind}.png`]: png,
        'gtFine/val/x/x_1_gtFine_color.png': colors(),
      },
      ['val/x/x_1_leftImg8bit.png'],
    );
    expect(found).toEqual({ 'val/x/x_1_leftImg8bit.png': expected });
  });

  test('of counted things in Cityscapes', async () => {
    const data = Uint16Array.from([
      ...Array(4).fill(26001),
      ...Array(8).fill(26002),
      ...Array(12).fill(7),
    ]);
    const { found } = await read(
      {
        'x_1_gtFine_instanceIds.png': greyPng(data, size),
        'x_1_gtFine_labelIds.png': greyPng(numbers(26, 26, 7), size),
      },
      ['x_1_leftImg8bit.png'],
    );
    expect(found).toEqual({ 'x_1_leftImg8bit.png': ['road 12', 'car 4', 'car 8'] });
  });

  test('belong to their folder', async () => {
    const png = greyPng(numbers(1, 0, 0), size);
    const { found } = await read(
      {
        'A/_classes.csv': 'Pixel Value, Class\n1, cat\n',
        'A/a_mask.png': png,
        'B/_classes.csv': 'Pixel Value, Class\n1, dog\n',
        'B/b_mask.png': png,
      },
      ['a.jpg', 'b.jpg'],
    );
    expect(found).toEqual({ 'a.jpg': ['cat 4'], 'b.jpg': ['dog 4'] });
  });
});
