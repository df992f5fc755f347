import { describe, expect, test } from 'vitest';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { readDataset } from '../read-dataset.ts';
import { sourceFiles } from '../testing/files.ts';

const photo = { name: 'a.jpg', size: { width: 100, height: 80 } };
const SQUARE = [10, 10, 30, 10, 30, 30, 10, 30];
const CORNERS = [
  [10, 10],
  [30, 10],
  [30, 30],
  [10, 30],
];

async function read(path: string, content: string, photos = [photo]) {
  const result = await readDataset(sourceFiles(new Map([[path, content]])), photos);
  const objects = result.photos.flatMap((labels) => labels.objects);
  return {
    ...result,
    found: objects.map(({ className, mask }) => [className, maskArea(mask)]),
    boxes: objects.map(({ mask }) => maskBox(mask)),
  };
}

const coco = (annotation: string, name = '"cat"') => `{
  "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80, "license": null}],
  "categories": [{"id": 1, "name": ${name}, "supercategory": null}],
  "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], ${annotation}}]}`;
const ring = JSON.stringify(SQUARE);

test('COCO without any categories numbers its classes', async () => {
  const text = coco(`"segmentation": [${ring}]`).replace(/"categories": .*,/, '');
  expect((await read('c.json', text)).found).toEqual([['class 1', 400]]);
});

describe('COCO as Python tools write it', () => {
  test.each([
    ['nothing but a box', '"segmentation": null'],
    ['an empty list', '"segmentation": []'],
    ['a ring of nothing', '"segmentation": [[]]'],
    ['a ring of two points', '"segmentation": [[5, 5, 6, 6]]'],
    ['an empty object', '"segmentation": {}'],
    ['a good ring beside an empty one', `"segmentation": [${ring}, []]`],
    ['a good ring beside a point', `"segmentation": [[50.0, 40.0], ${ring}]`],
    ['a good ring beside null', `"segmentation": [${ring}, null]`],
    ['one ring without its brackets', `"segmentation": ${ring}`],
    ['points as pairs', `"segmentation": [${JSON.stringify(CORNERS)}]`],
    ['numbers in quotes', `"segmentation": [${JSON.stringify(SQUARE.map(String))}]`],
    ['NaN where nobody looks', `"segmentation": [${ring}], "area": NaN, "iscrowd": -Infinity`],
    ['NaN as score', `"segmentation": [${ring}], "score": NaN, "note": null, "attributes": null`],
    ['a score of words', `"segmentation": [${ring}], "score": "high"`],
    ['commas too many', `"segmentation": [${ring},], `],
    ['comments', `/* by hand, "mine" */ "segmentation": [${ring}, // the outline\n], // NaN\n`],
    ['what only looks like them', `"segmentation": [${ring}], "note": "// ,] /* NaN */"`],
  ])('%s', async (_, annotation) => {
    const { found, skipped, notes, boxes } = await read('c.json', coco(annotation));
    expect(found).toEqual([['cat', 400]]);
    expect(boxes).toEqual([{ x0: 10, y0: 10, x1: 30, y1: 30 }]);
    expect([...skipped, ...notes]).toEqual([]);
  });

  test.each([
    ['null', `[[null, 10, 30, 10, 30, 30], ${ring}]`],
    ['NaN', `[${ring}, [NaN, 10, 30, 10, 30, 30]]`],
    ['an odd number of values', `[${ring}, [10, 10, 30, 10, 30, 30, 5]]`],
  ])('a broken ring beside a good one is said: %s', async (_, segmentation) => {
    const { found, notes } = await read('c.json', coco(`"segmentation": ${segmentation}`));
    expect(found).toEqual([['cat', 400]]);
    expect(notes).toEqual([{ file: 'c.json', note: { kind: 'broken-ring' }, count: 1 }]);
  });

  test.each([
    ['9007199254740993', '9007199254740992'],
    ['-9007199254740993', '-9007199254740994'],
    ['123456789012345678901234567890', '123456789012345678901234567891'],
  ])('ids that a number can’t tell apart stay two: %s, %s', async (one, other) => {
    const image = (id: string, name: string) =>
      `{"id": ${id}, "file_name": "${name}", "width": 100, "height": 80}`;
    const annotation = (id: string, category: number) =>
      `{"image_id":${id},"category_id":${category},"segmentation":[${ring}],"area":400.1234567890123456}`;
    const text = `{"images": [${image(one, 'a.jpg')}, ${image(other, 'b.jpg')}],
      "info": "${'A'.repeat(20_000_000)}", "categories": [{"id": 1, "name": "cat \\" 9007199254740993"}, {"id": 2, "name": "dog"}],
      "annotations": [${annotation(one, 1)}, ${annotation(other, 2)}]}`;
    const { photos } = await read('c.json', text, [photo, { ...photo, name: 'b.jpg' }]);
    const classes = photos.map(({ objects }) => objects.map(({ className }) => className));
    expect(classes).toEqual([['cat " 9007199254740993'], ['dog']]);
  });

  test('names that are numbers, and words like NaN in names', async () => {
    const drawn = `"segmentation": [${ring}]`;
    expect((await read('c.json', coco(drawn, '5'))).found).toEqual([['5', 400]]);
    const { found } = await read('c.json', coco(`${drawn}, "area": NaN`, '"a \\"NaN\\" NaN"'));
    expect(found).toEqual([['a "NaN" NaN', 400]]);
  });

  test('keypoints have no place here, which is said; their box is read', async () => {
    const { found, notes } = await read('c.json', coco('"keypoints": [12, 12, 2, 0, 0, 0]'));
    expect(found).toEqual([['cat', 400]]);
    expect(notes).toMatchObject([{ note: { kind: 'keypoints' } }]);
    const none = await read('c.json', coco('"keypoints": [0, 0, 0]'));
    expect(none.notes).toEqual([]);
  });

  test('a photo that came along opens, also without objects', async () => {
    const files = sourceFiles(new Map([['c.json', coco('"segmentation": null, "image_id": 9')]]));
    const { photos, unlabelled } = await readDataset(
      files,
      [],
      [photo, { ...photo, name: 'b.jpg' }],
    );
    expect(photos).toMatchObject([{ photo: 0, objects: [], tags: [] }]);
    expect(unlabelled).toBe(1);
    const open = await readDataset(files, [photo]);
    expect(open.photos).toMatchObject([{ objects: [], tags: [] }]);
  });
});

describe('LabelMe and X-AnyLabeling', () => {
  const labelme = (shape: object) =>
    JSON.stringify({
      imagePath: 'a.jpg',
      imageWidth: 100,
      imageHeight: '80',
      flags: null,
      shapes: [{ label: 'cat', points: CORNERS, shape_type: 'polygon', group_id: null, ...shape }],
    });
  const turned = [
    [30, 10],
    [50, 30],
    [30, 50],
    [10, 30],
  ];
  test.each<[string, object, string, number]>([
    [
      'a rectangle of two corners',
      {
        shape_type: 'rectangle',
        points: [
          [30, 30],
          [10, 10],
        ],
      },
      'cat',
      400,
    ],
    ['a rectangle of four', { shape_type: 'rectangle' }, 'cat', 400],
    ['a turned rectangle of four', { shape_type: 'rectangle', points: turned }, 'cat', 800],
    ['a rotation', { shape_type: 'rotation', points: turned, direction: 0.5 }, 'cat', 800],
    ['a quadrilateral', { shape_type: 'quadrilateral' }, 'cat', 400],
    ['no type', { shape_type: null }, 'cat', 400],
    ['a group in quotes', { group_id: '3', description: 5, score: 'x' }, 'cat', 400],
    ['a name that is a number', { label: 7 }, '7', 400],
    ['coordinates in quotes', { points: CORNERS.map((at) => at.map(String)) }, 'cat', 400],
  ])('%s', async (_, shape, className, area) => {
    const { found, skipped } = await read('a.json', labelme(shape));
    expect(skipped).toEqual([]);
    expect(found).toEqual([[className, area]]);
  });

  test.each([['point'], ['line'], ['linestrip'], ['cuboid']])('%s is said', async (shape_type) => {
    const { skipped } = await read('a.json', labelme({ shape_type }));
    expect(skipped).toMatchObject([{ problem: { kind: 'unknown-shape', shape: shape_type } }]);
  });
});

describe('VOC', () => {
  const voc = (object: string) =>
    `<annotation><filename>a.jpg</filename><object><name>cat</name>${object}</object></annotation>`;
  const box = '<bndbox><xmin>11</xmin><ymin>11</ymin><xmax>30</xmax><ymax>30</ymax></bndbox>';
  const numbered = (...at: number[]) =>
    at.map(
      (value, i) =>
        `<${'xy'[i % 2]}${Math.floor(i / 2) + 1}>${value}</${'xy'[i % 2]}${Math.floor(i / 2) + 1}>`,
    );
  const points = (...at: number[][]) => at.map(([x, y]) => `<pt><x>${x}</x><y>${y}</y></pt>`);
  test.each([
    ['a box', box, 400],
    [
      'its corners exchanged',
      box.replaceAll('min', 'MAX').replaceAll('max', 'min').replaceAll('MAX', 'max'),
      400,
    ],
    ['numbers with an exponent', box.replaceAll('30', '3.0e+01'), 400],
    [
      'Roboflow’s polygon',
      `${box}<polygon>${numbered(10, 10, 30, 10, 30, 30, 10, 30).join('')}</polygon>`,
      400,
    ],
    ['LabelMe’s polygon', `<polygon>${points(...CORNERS).join('')}</polygon>`, 400],
    ['an empty polygon', `${box}<polygon/>`, 400],
    [
      'a turned box',
      '<robndbox><cx>40</cx><cy>40</cy><w>20</w><h>10</h><angle>1.5707963</angle></robndbox>',
      200,
    ],
  ])('%s', async (_, object, area) => {
    const { found, skipped } = await read('a.xml', voc(object));
    expect(skipped).toEqual([]);
    expect(found).toEqual([['cat', area]]);
  });

  test('parts with boxes of their own are said', async () => {
    const { notes } = await read('a.xml', voc(`${box}<part><name>head</name>${box}</part>`));
    expect(notes).toMatchObject([{ note: { kind: 'parts' } }]);
  });
});

test.each([
  '10,10;30,10;30,30;10,30;',
  ' 10, 10; 30,10 ;30,30; 10,30 ',
  '10,10;30,10;;30,30;10,30',
])('CVAT’s points as people write them: %s', async (points) => {
  const text = `<annotations><image name="a.jpg" width="100" height="80">
      <polygon label="cat" points="${points}"/></image></annotations>`;
  const { found, skipped } = await read('annotations.xml', text);
  expect([found, skipped]).toEqual([[['cat', 400]], []]);
});

test('CVAT’s tracks give each frame what is seen on it', async () => {
  const box = (frame: number, outside: number) =>
    `<box frame="${frame}" outside="${outside}" xtl="10" ytl="10" xbr="${30 + frame}" ybr="30"/>`;
  const xml = `<annotations><meta><task><original_size><width>100</width><height>80</height>
    </original_size></task></meta>
    <track id="4" label="cat">${box(0, 0)}${box(1, 0)}${box(2, 1)}</track>
    <track id="5" label="dog"><polygon frame="1" outside="0" points="0,0;9,0;9,9;0,9"/></track></annotations>`;
  const frames = [0, 1, 2].map((i) => ({ ...photo, name: `images/frame_00000${i}.PNG` }));
  const { photos, skipped, unmatched } = await read('annotations.xml', xml, frames);
  expect([skipped, unmatched]).toEqual([[], []]);
  expect(
    photos.map(({ objects }) =>
      objects.map(({ className, mask, attributes }) => [className, maskArea(mask), attributes]),
    ),
  ).toEqual([
    [['cat', 400, [['track_id', 4]]]],
    [
      ['cat', 420, [['track_id', 4]]],
      ['dog', 81, [['track_id', 5]]],
    ],
  ]);
});
