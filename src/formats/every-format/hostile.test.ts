import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readDataset } from '../read-dataset.ts';
import { sourceFiles } from '../testing/files.ts';
import { anyHostileJson } from '../testing/hostile.ts';
import { photo, problemsOf, readAlone } from '../testing/read-alone.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('whole files', () => {
  test.each<[string, string, string]>([
    ['a.json', '', 'broken'],
    ['a.json', '{"images": [', 'broken'],
    ['a.json', '[1, 2]', 'not-a-format'],
    ['a.json', 'null', 'not-a-format'],
    ['a.json', '{"images": 1, "annotations": 2}', 'unexpected'],
    ['a.json', '{"shapes": {}}', 'unexpected'],
    ['a.xml', '<annotations>', 'broken'],
    ['a.xml', '<html/>', 'not-a-format'],
    ['a.xml', 'Dear all', 'broken'],
    ['a.txt', 'Dear all', 'not-a-format'],
    ['data.yaml', 'names: [', 'broken'],
    ['data.yaml', 'nc: 3', 'unexpected'],
    ['a.png', 'no picture', 'broken'],
  ])('%s: %j', async (path, content, kind) => {
    expect(await problemsOf(path, content)).toEqual([kind]);
  });

  test('a deep nest of lists or elements is refused', async () => {
    const deep = 200_000;
    expect(await problemsOf('a.json', '['.repeat(deep) + ']'.repeat(deep))).toHaveLength(1);
    expect(await problemsOf('a.xml', '<annotation>'.repeat(deep))).toEqual(['broken']);
  });
});

describe('XML that means to explode', () => {
  test('entities of its own are not expanded', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => {
      return `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`;
    });
    const bomb = `<!DOCTYPE x [<!ENTITY a0 "ha">${levels.join('')}]><annotation>&a9;</annotation>`;
    expect(await problemsOf('a.xml', bomb)).toEqual(['broken']);
  });

  test('a file on the disk or the web is not fetched', async () => {
    const xml = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><annotation>&f;</annotation>`;
    expect(await problemsOf('a.xml', xml)).toEqual(['broken']);
  });
});

test('YAML with a name that can be no text is refused', async () => {
  expect(await problemsOf('data.yaml', 'names: [{toString: 1, valueOf: 1}]')).toEqual([
    'unexpected',
  ]);
});

test('YAML whose aliases stand for a billion names is refused', async () => {
  const levels = Array.from({ length: 9 }, (_, i) => {
    return `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`;
  });
  const yaml = `a0: &a0 [ha]\n${levels.join('\n')}\nnames: *a9\n`;
  expect(await problemsOf('data.yaml', yaml)).toEqual(['broken']);
});

describe('CVAT', () => {
  const image = (shape: string) =>
    `<annotations><image name="a.png" width="5" height="4">${shape}</image></annotations>`;
  const mask = (rle: string, box = 'left="0" top="0" width="2" height="2"') =>
    `<mask label="x" rle="${rle}" ${box}/>`;
  test.each([
    ['run lengths that overrun', mask('1, 99'), 'bad-counts'],
    ['run lengths that are words', mask('a, b'), 'bad-counts'],
    ['none', mask(''), 'bad-counts'],
    ['a vast box', mask('4', 'left="0" top="0" width="99999" height="99999"'), 'too-many'],
    ['a box without sides', mask('4', ''), 'unexpected'],
    ['a polygon of words', '<polygon label="x" points="a,b;c,d;e,f"/>', 'unexpected'],
    ['a polygon of two points', '<polygon label="x" points="1,1;2,2"/>', 'bad-polygon'],
    ['a polygon without end', '<polygon label="x" points="1,1;2,2;3,1e999"/>', 'unexpected'],
    ['a line', '<polyline label="x" points="1,1;2,2"/>', 'unknown-shape'],
    ['no label', '<polygon points="0,0;3,0;3,3"/>', 'unknown-class'],
  ])('%s', async (_, shape, kind) => {
    expect(await problemsOf('a.xml', image(shape))).toEqual([kind]);
  });

  test('a mask between two pixels comes to the nearer one', async () => {
    const between = mask('0, 1, 3', 'left="0.6" top="1" width="2" height="2"');
    const { photos } = await readAlone('a.xml', image(between));
    expect([...(photos[0]?.objects[0]?.mask.runs ?? [])]).toEqual([6, 1, 13]);
  });

  test('a mask that hangs over the photo is cut off', async () => {
    const over = mask('0, 4', 'left="4" top="3" width="2" height="2"');
    const { photos } = await readAlone('a.xml', image(over));
    expect([...(photos[0]?.objects[0]?.mask.runs ?? [])]).toEqual([19, 1]);
  });
});

describe('YOLO', () => {
  test.each([
    ['coordinates in pixels', '0 100 200 300 100 400 400\n', 'unexpected'],
    ['a negative class', '-1 .5 .5 .1 .1\n', 'not-a-format'],
    ['a box of no pixels', '0 .1 .1 0 0\n', 'empty-object'],
  ])('%s', async (_, line, kind) => {
    expect(await problemsOf('a.txt', line)).toEqual([kind]);
  });

  test('a class that data.yaml does not list', async () => {
    const files = new Map([
      ['data.yaml', 'names: [cat]'],
      ['labels/a.txt', '0 .5 .5 .5 .5\n7 .5 .5 .5 .5\n'],
    ]);
    const { skipped, photos } = await readDataset(sourceFiles(files), [photo]);
    expect(skipped.map(({ problem }) => problem.kind)).toEqual(['unknown-class']);
    expect(photos[0]?.objects.map(({ className }) => className)).toEqual(['cat']);
  });

  test('a million points', async () => {
    const line = `0 ${Array(1_000_002).fill('.5 .25').join(' ')}\n`;
    expect(await problemsOf('a.txt', line)).toEqual(['too-complicated']);
  });
});

test('__proto__ in a LabelMe file is a name like any other', async () => {
  const points = '[[0, 0], [4, 0], [4, 3]]';
  const { photos } = await readAlone(
    'a.json',
    `{"__proto__": {"polluted": 1}, "imagePath": "a.png",
      "flags": {"__proto__": true, "constructor": true},
      "shapes": [{"label": "__proto__", "points": ${points}, "__proto__": {"polluted": 1},
        "attributes": {"__proto__": "x", "far": true}}]}`,
  );
  expect(photos[0]?.objects[0]).toMatchObject({
    className: '__proto__',
    attributes: [
      ['__proto__', 'x'],
      ['far', true],
    ],
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('values that can be no text and no number', () => {
  const odd = { toString: 1, valueOf: 1 };
  const coco = (annotation: object) =>
    JSON.stringify({
      images: [{ id: 1, file_name: 'a.png' }],
      categories: [{ id: 1, name: 'x' }],
      annotations: [{ image_id: 1, category_id: 1, ...annotation }],
    });
  const labelStudio = (type: string, value: object) =>
    JSON.stringify([{ data: { image: 'a.png' }, annotations: [{ result: [{ type, value }] }] }]);
  const cell = `"${JSON.stringify({ name: odd }).replaceAll('"', '""')}"`;

  test.each([
    ['a.json', coco({ segmentation: { size: [4, 5], counts: [5, 3, odd] } }), ['bad-counts']],
    ['a.json', coco({ segmentation: { size: [4, 5], counts: ['5', '15'] } }), ['bad-counts']],
    ['a.json', coco({ bbox: [0, 0, 2, 2], iscrowd: odd }), []],
    ['a.json', coco({ bbox: [0, 0, 2, odd] }), ['unexpected']],
    ['a.json', labelStudio('brushlabels', { rle: Array(30).fill(odd) }), ['bad-counts']],
    ['a.json', labelStudio('brushlabels', { rle: Array(30).fill(256) }), ['bad-counts']],
    [
      'a.json',
      labelStudio('polygonlabels', {
        points: [
          [0, 0],
          [90, 0],
          [90, 90],
        ],
        polygonlabels: [odd],
      }),
      ['unknown-class'],
    ],
    ['a.json', labelStudio('choices', { choices: [odd] }), []],
    [
      'a.csv',
      `filename,region_shape_attributes,region_attributes\na.png,${cell},{}\n`,
      ['unexpected'],
    ],
  ])('%s: %s', async (path, text, kinds) => {
    expect(await problemsOf(path, text)).toEqual(kinds);
  });
});

test('any JSON as LabelMe is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHostileJson(['shapes', 'points', 'label', 'imagePath', 'mask']),
      async (text) => {
        await readAlone('a.json', text);
      },
    ),
  );
});
