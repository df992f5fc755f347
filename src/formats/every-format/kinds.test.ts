import { expect, test } from 'vitest';
import { maskArea } from '../../mask/measure.ts';
import { greyPng, rgbPng } from '../png/encode.ts';
import { bytesToBase64 } from '../text/base64.ts';
import { importFiles } from '../worker/import.ts';

/** Files of kinds that people have and tools write, each with what is right. */

const size = { width: 100, height: 80 };
const PICTURE = greyPng(new Uint8Array(8000), size);
const CORNERS = [
  [10, 10],
  [30, 10],
  [30, 30],
  [10, 30],
];
const BOX = '<bndbox><xmin>11</xmin><ymin>11</ymin><xmax>30</xmax><ymax>30</ymax></bndbox>';

const coco = (file_name: string) =>
  JSON.stringify({
    images: [{ id: 1, file_name, ...size }],
    categories: [{ id: 1, name: 'cat' }],
    annotations: [{ image_id: 1, category_id: 1, segmentation: [CORNERS.flat()] }],
  });
const labelme = (more: object) =>
  JSON.stringify({
    ...{ imagePath: 'a.jpg', imageWidth: 100, imageHeight: 80 },
    shapes: [{ label: 'cat', points: CORNERS, shape_type: 'polygon' }],
    ...more,
  });
const voc = (about: string, name = 'cat') =>
  `<annotation>${about}<object><name>${name}</name>${BOX}</object></annotation>`;
const cvat = (...subsets: string[]) =>
  `<annotations>${subsets.map(
    (subset) => `<image name="1.jpg" subset="${subset}" width="100" height="80">
      <box label="${subset}" xtl="10" ytl="10" xbr="30" ybr="30"/></image>`,
  )}</annotations>`;
const yolo = (number: number) => `${number} 0.2 0.25 0.2 0.25`;
/** A square of one value, and one of another to its right. */
const inSquares = <T>(first: T, second: T, rest: T) =>
  Array.from({ length: 8000 }, (_, i) => {
    const [x, y] = [i % 100, Math.floor(i / 100)];
    if (y < 10 || y >= 30) return rest;
    if (x >= 10 && x < 30) return first;
    return x >= 50 && x < 70 ? second : rest;
  });

type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** "class area" by photo. */
async function read(files: Files) {
  const chosen = Object.entries(files).map(([path, content]) => ({
    path,
    file: new Blob([content]),
  }));
  const { result } = await importFiles(chosen, [], () => {});
  const found = result.photos.flatMap(({ photo, objects }) =>
    objects.length === 0
      ? []
      : [
          [
            result.known[photo]?.name ?? '',
            objects.map(({ className, mask }) => `${className} ${maskArea(mask)}`).join(),
          ] as const,
        ],
  );
  return { ...result, found: Object.fromEntries(found) };
}

test.each<[string, Files, Record<string, string>]>([
  [
    'a path of Windows that climbs',
    {
      'set/ann/c.json': coco('..\\images\\b\\a.jpg'),
      'set/images/a/a.jpg': PICTURE,
      'set/images/b/a.jpg': PICTURE,
    },
    { 'set/images/b/a.jpg': 'cat 400' },
  ],
  [
    'a path of another machine',
    { 'c.json': coco('C:\\Users\\x\\val\\a.jpg'), 'train/a.jpg': PICTURE, 'val/a.jpg': PICTURE },
    { 'val/a.jpg': 'cat 400' },
  ],
  [
    'an address with a query',
    { 'c.json': coco('s3://set/val%20x/a.jpg?v=1'), 'a/a.jpg': PICTURE, 'val x/a.jpg': PICTURE },
    { 'val x/a.jpg': 'cat 400' },
  ],
  [
    'a space as forms encode it',
    { 'c.json': coco('my+photo.jpg'), 'my photo.jpg': PICTURE },
    { 'my photo.jpg': 'cat 400' },
  ],
  [
    'parts of a project that are called anything',
    {
      'annotations.xml': cvat('My Train', 'my val'),
      'images/My Train/1.jpg': PICTURE,
      'images/my val/1.jpg': PICTURE,
    },
    { 'images/My Train/1.jpg': 'My Train 400', 'images/my val/1.jpg': 'my val 400' },
  ],
  [
    'the folder that VOC names',
    {
      'Annotations/1.xml': voc('<folder>val</folder><filename>1.jpg</filename>'),
      'train/1.jpg': PICTURE,
      'val/1.jpg': PICTURE,
    },
    { 'val/1.jpg': 'cat 400' },
  ],
  [
    'the path that VOC names, unless it is of another photo',
    {
      'Annotations/1.xml': voc('<path>D:\\x\\val\\1.jpg</path><filename>1.jpg</filename>'),
      'Annotations/2.xml': voc('<path>D:\\x\\val\\1.jpg</path><filename>2.jpg</filename>'),
      'train/1.jpg': PICTURE,
      'val/1.jpg': PICTURE,
      'val/2.jpg': PICTURE,
    },
    { 'val/1.jpg': 'cat 400', 'val/2.jpg': 'cat 400' },
  ],
  [
    'labels of a photo that is called "readme"',
    {
      'labels/readme.txt': yolo(0),
      'images/readme.jpg': PICTURE,
      'readme.txt': 'made by hand',
      'classes.txt': 'cat',
    },
    { 'images/readme.jpg': 'cat 400' },
  ],
  [
    'endings in capitals',
    { 'labels/A.TXT': yolo(0), 'images/A.JPEG': PICTURE, 'DATA.YAML': 'names: [cat]' },
    { 'images/A.JPEG': 'cat 400' },
  ],
  [
    'what macOS and Windows leave',
    {
      'set/labels/a.txt': yolo(0),
      'set/images/a.jpg': PICTURE,
      '__MACOSX/set/labels/._a.txt': 'x',
      'set/.DS_Store': 'x',
      'set/Thumbs.db': 'x',
    },
    { 'set/images/a.jpg': 'class 0 400' },
  ],
  [
    'lines that end as on old Macs',
    {
      'labels/a.txt': `${yolo(1)}\r${yolo(0)}\r`,
      'images/a.jpg': PICTURE,
      'classes.txt': 'cat\rdog\r',
    },
    { 'images/a.jpg': 'dog 400,cat 400' },
  ],
  [
    'masks as CamVid calls them',
    {
      'label_colors.txt': '64 128 64\tAnimal\r192 0 128\tArchway\r0 0 0\tVoid\r',
      'labels/a_L.png': rgbPng(
        Uint8Array.from(inSquares([64, 128, 64], [192, 0, 128], [0, 0, 0]).flat()),
        size,
      ),
      'images/a.png': PICTURE,
    },
    { 'images/a.png': 'Animal 400,Archway 400' },
  ],
  [
    'the table of classes that ADE20K has',
    {
      'objectInfo150.csv': 'Idx,Ratio,Train,Val,Name\n1,0.1,1,1,wall\n2,0.1,1,1,building\n',
      'annotations/a.png': greyPng(Uint8Array.from(inSquares(1, 2, 0)), size),
      'images/a.jpg': PICTURE,
    },
    { 'images/a.jpg': 'wall 400,building 400' },
  ],
  [
    'an embedded photo as a page has it',
    { 'a.json': labelme({ imageData: `data:image/png;base64,${bytesToBase64(PICTURE)}` }) },
    { 'a.jpg': 'cat 400' },
  ],
  [
    'an embedded photo in lines',
    { 'a.json': labelme({ imageData: bytesToBase64(PICTURE).replace(/.{76}/g, '$&\n') }) },
    { 'a.jpg': 'cat 400' },
  ],
  [
    'XML that .NET calls UTF-16 and writes as UTF-8',
    { 'a.xml': `<?xml version="1.0" encoding="utf-16"?>${voc('', '猫')}`, 'a.jpg': PICTURE },
    { 'a.jpg': '猫 400' },
  ],
  [
    'names on a line of their own',
    { 'a.xml': voc('', '\n    cat\n  '), 'a.jpg': PICTURE },
    { 'a.jpg': 'cat 400' },
  ],
])('%s', async (_, files, expected) => {
  const { found, skipped, unmatched } = await read(files);
  expect([skipped, unmatched]).toEqual([[], []]);
  expect(found).toEqual(expected);
});

test('flags of any name are tags', async () => {
  const flags = '{"__proto__": true, "night": true, "blurred": false, "level": 3}';
  const { photos } = await read({
    'a.json': labelme({}).replace('{', `{"flags":${flags},`),
    'a.jpg': PICTURE,
  });
  expect(photos).toMatchObject([{ tags: ['__proto__', 'night'] }]);
});
