import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, test, vi } from 'vitest';
import type { ReadProblem } from '../problems.ts';
import { readDataset } from '../read-dataset.ts';
import type { ReadResult } from '../reading/result.ts';
import { sourceFiles } from '../testing/files.ts';
import { anyHostileJson } from '../testing/hostile.ts';
import { bytesToBase64 } from '../text/base64.ts';

vi.setConfig({ testTimeout: 60_000 });

const photo = { name: 'a.png', size: { width: 5, height: 4 } };

function read(path: string, content: Uint8Array<ArrayBuffer> | string): Promise<ReadResult> {
  return readDataset(sourceFiles(new Map([[path, content]])), [photo]);
}

async function problemsOf(path: string, content: Uint8Array<ArrayBuffer> | string) {
  const { skipped } = await read(path, content);
  return skipped.map(({ problem }): ReadProblem['kind'] => problem.kind);
}

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
    const { photos } = await read('a.xml', image(between));
    expect([...(photos[0]?.objects[0]?.mask.runs ?? [])]).toEqual([6, 1, 13]);
  });

  test('a mask that hangs over the photo is cut off', async () => {
    const over = mask('0, 4', 'left="4" top="3" width="2" height="2"');
    const { photos } = await read('a.xml', image(over));
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

describe('PNG', () => {
  const grey = (width: number, height: number, data: Uint8Array) =>
    Uint8Array.from(encode({ width, height, data, channels: 1 }));
  const good = grey(5, 4, new Uint8Array(20).fill(255, 3, 9));

  test('a mask', async () => {
    const { photos } = await read('a.png', good);
    expect([...(photos[0]?.objects[0]?.mask.runs ?? [])]).toEqual([3, 6, 11]);
  });

  test('cut off anywhere: refused', async () => {
    for (let end = 0; end < good.length - 12; end += 3) {
      expect(await problemsOf('a.png', good.slice(0, end)), `${end}`).toHaveLength(1);
    }
  });

  test('with any byte changed: read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = good.slice();
        bytes[at] = byte;
        await read('a.png', bytes);
      }),
    );
  });

  test('that unpacks to a hundred times what it says', async () => {
    const data = deflateSync(new Uint8Array(30_000_000));
    expect(await problemsOf('a.png', pngOf(5, 4, data))).toEqual(['too-many']);
  });

  test('of more pixels than a photo may have', async () => {
    expect(await problemsOf('a.png', pngOf(50_000, 50_000, new Uint8Array(9)))).toEqual([
      'too-many',
    ]);
  });

  test('of another size than the photo', async () => {
    expect(await problemsOf('a.png', grey(2, 2, new Uint8Array(4)))).toEqual(['other-size']);
  });

  test('inside a LabelMe file', async () => {
    const shape = (mask: string) =>
      JSON.stringify({
        imagePath: 'a.png',
        shapes: [
          {
            label: 'x',
            shape_type: 'mask',
            points: [
              [1, 1],
              [5, 4],
            ],
            mask,
          },
        ],
      });
    expect(await problemsOf('a.json', shape('%%%'))).toEqual(['broken']);
    expect(await problemsOf('a.json', shape(bytesToBase64(good)))).toEqual([]);
    // Refused by its header: each such line would else be the work of a large photo.
    const vast = pngOf(10_000, 10_000, deflateSync(new Uint8Array(9)));
    expect(await problemsOf('a.json', shape(bytesToBase64(vast)))).toEqual(['too-many']);
  });
});

test('__proto__ in a LabelMe file is a name like any other', async () => {
  const points = '[[0, 0], [4, 0], [4, 3]]';
  const { photos } = await read(
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
        await read('a.json', text);
      },
    ),
  );
});

/** A PNG that says it is 8-bit grey of this size, around any data; checksums are left out. */
function pngOf(width: number, height: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  const chunk = (type: string, content: Uint8Array) => {
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, content.length);
    const name = new TextEncoder().encode(type);
    return [...new Uint8Array(length.buffer), ...name, ...content, 0, 0, 0, 0];
  };
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', new Uint8Array(header.buffer)),
    ...chunk('IDAT', data),
    ...chunk('IEND', new Uint8Array()),
  ]);
}
