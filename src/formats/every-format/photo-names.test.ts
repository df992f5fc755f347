import { describe, expect, test } from 'vitest';
import { greyPng } from '../png/encode.ts';
import { bytesToBase64 } from '../text/base64.ts';
import { importFiles } from '../worker/import.ts';

const size = { width: 10, height: 8 };
const picture = new Blob([greyPng(new Uint8Array(80), size)]);
const square = [2, 2, 6, 2, 6, 6, 2, 6];

const json = (value: unknown) => new Blob([JSON.stringify(value)]);
const labelme = (imagePath: string, label: string, more: object = {}) =>
  json({
    imagePath,
    imageWidth: 10,
    imageHeight: 8,
    shapes: [
      {
        label,
        points: [
          [2, 2],
          [6, 2],
          [6, 6],
        ],
        shape_type: 'polygon',
      },
    ],
    ...more,
  });
const coco = (names: readonly string[]) =>
  json({
    images: names.map((file_name, id) => ({ id, file_name, ...size })),
    categories: [{ id: 1, name: 'cat' }],
    annotations: names.map((_, image_id) => ({
      image_id,
      category_id: 1,
      segmentation: [square],
      attributes: { of: names[image_id] },
    })),
  });
const cvat = (...images: readonly [subset: string, name: string][]) =>
  new Blob([
    '<annotations>',
    ...images.map(
      ([subset, name]) =>
        `<image name="${name}" subset="${subset}" width="10" height="8">
          <box label="${subset}" xtl="1" ytl="1" xbr="5" ybr="5"/></image>`,
    ),
    '</annotations>',
  ]);
const voc = (name: string) =>
  new Blob([
    `<annotation><filename>${name}</filename><object><name>cat</name><bndbox><xmin>1</xmin>
     <ymin>1</ymin><xmax>4</xmax><ymax>4</ymax></bndbox></object></annotation>`,
  ]);

/** Classes by photo, as the files say; what is left over is in the rest. */
async function read(files: Readonly<Record<string, Blob>>, open: readonly string[] = []) {
  const chosen = Object.entries(files).map(([path, file]) => ({ path, file }));
  const photos = open.map((name) => ({ name, size }));
  const { result, photos: contents } = await importFiles(chosen, photos, () => {});
  const classes = Object.fromEntries(
    result.photos.map(({ photo, objects }) => [
      result.known[photo]?.name,
      objects.map(({ className, attributes }) => attributes[0]?.[1] ?? className),
    ]),
  );
  return { ...result, classes, contents };
}

describe('photos of one name in several folders', () => {
  const mask = new Blob([greyPng(new Uint8Array(80).fill(255, 20, 40), size)]);

  test('a mask whose own name holds a class belongs to the photo of its folder', async () => {
    const { classes, skipped } = await read({ 'my set/masks/1/001-a.png': mask }, [
      'a/1.jpg',
      '1.jpg',
    ]);
    expect(skipped).toEqual([]);
    expect(Object.keys(classes)).toEqual(['1.jpg']);
  });

  test('a table of masks names photos from where it lies itself', async () => {
    const table = 'file,photo,class\nmasks/x/1-a.png,1.jpg,a\nmasks/y/1-a.png,a/1.jpg,b\n';
    const files = {
      'set/masks.csv': new Blob([table]),
      'set/masks/x/1-a.png': mask,
      'set/masks/y/1-a.png': mask,
    };
    expect((await read(files, ['a/1.jpg', '1.jpg'])).classes).toEqual({
      '1.jpg': ['a'],
      'a/1.jpg': ['b'],
    });
  });

  test('YOLO’s labels of a photo called "test" are no list of photos', async () => {
    const label = new Blob(['0 .5 .5 .5 .5']);
    const { classes } = await read({ 'labels/train/test.txt': label }, ['test.jpg']);
    expect(classes).toEqual({ 'test.jpg': ['class 0'] });
  });

  test('CVAT keeps the parts of a project apart', async () => {
    const { classes, folders } = await read({
      'annotations.xml': cvat(['Train', 'a.png'], ['Test', 'a.png'], ['Validation', 'a.png']),
      'images/Train/a.png': picture,
      'images/Test/a.png': picture,
      'images/Validation/a.png': picture,
    });
    expect(classes).toEqual({
      'images/Train/a.png': ['Train'],
      'images/Test/a.png': ['Test'],
      'images/Validation/a.png': ['Validation'],
    });
    expect(folders).toEqual(['Train', 'Test', 'Validation']);
  });

  test('photos that were opened with their folders are known by them', async () => {
    const files = { 'c.json': coco(['A/1.png', 'B/1.png']) };
    const { classes } = await read(files, ['B/1.png', 'A/1.png']);
    expect(classes).toEqual({ 'A/1.png': ['A/1.png'], 'B/1.png': ['B/1.png'] });
  });

  test('where only one of them is open, it gets its own labels alone', async () => {
    const files = { 'annotations.xml': cvat(['Train', 'a.png'], ['Test', 'a.png']) };
    const { classes, unmatched } = await read(files, ['Test/a.png']);
    expect(classes).toEqual({ 'Test/a.png': ['Test'] });
    expect(unmatched).toEqual(['Train/a.png']);
  });

  test('where nobody can tell which one is open, neither gets any', async () => {
    const files = { 'annotations.xml': cvat(['Train', 'a.png'], ['Test', 'a.png']) };
    const { classes, skipped } = await read(files, ['a.png']);
    expect(classes).toEqual({});
    expect(skipped).toMatchObject([{ problem: { kind: 'ambiguous-photo' }, count: 2 }]);
    const across = await read({ 'train/c.json': coco(['a.png']), 'val/c.json': coco(['a.png']) }, [
      'a.png',
    ]);
    expect(across.classes).toEqual({});
  });

  test('several files about one photo all count', async () => {
    const { classes } = await read(
      {
        'annotations/instances_val.json': coco(['a.png']),
        'annotations/person_keypoints_val.json': coco(['a.png']),
        'labels/a.txt': new Blob(['0 .5 .5 .5 .5']),
      },
      ['a.png'],
    );
    expect(classes).toEqual({ 'a.png': ['a.png', 'a.png', 'class 0'] });
  });
});

describe('a label file whose photo has another name by now', () => {
  test.each([
    ['renamed.json', labelme('..\\old\\IMG_1.jpg', 'cat')],
    ['Annotations/renamed.xml', voc('IMG_1.jpg')],
  ])('%s goes by its own', async (path, file) => {
    const { classes, unmatched } = await read({ [path]: file, 'renamed.png': picture });
    expect(classes).toEqual({ 'renamed.png': ['cat'] });
    expect(unmatched).toEqual([]);
  });

  test('the name inside goes first where there is such a photo', async () => {
    const files = { 'a.json': labelme('b.png', 'cat') };
    expect((await read(files, ['a.png', 'b.png'])).classes).toEqual({ 'b.png': ['cat'] });
  });

  test('is named by what stands in it where neither is known', async () => {
    const { unmatched } = await read({ 'a.json': labelme('b.png', 'cat') }, ['c.png']);
    expect(unmatched).toEqual(['b.png']);
  });
});

describe('photos that are called as files about a data set are', () => {
  const line = new Blob(['0 0.5 0.5 0.5 0.5\n']);
  const NAMES = ['classes', 'obj', 'notice', 'train', 'names', 'labelmap', 'changelog'];

  test.each(NAMES)('%s has its labels, in a folder and beside them', async (name) => {
    const inFolders = { [`images/${name}.png`]: picture, [`labels/${name}.txt`]: line };
    expect((await read(inFolders)).classes).toEqual({ [`images/${name}.png`]: ['class 0'] });
    const beside = { [`d/${name}.png`]: picture, [`d/${name}.txt`]: line };
    expect((await read(beside)).classes).toEqual({ [`d/${name}.png`]: ['class 0'] });
  });

  test('but without such a photo they are files about it', async () => {
    const files = { 'images/a.png': picture, 'labels/a.txt': line, 'labels/notice.txt': line };
    const { classes, unmatched } = await read(files);
    expect(classes).toEqual({ 'images/a.png': ['class 0'] });
    expect(unmatched).toEqual([]);
  });
});

describe("LabelMe's embedded photo", () => {
  const imageData = async () => bytesToBase64(new Uint8Array(await picture.arrayBuffer()));

  test('opens where no other is known', async () => {
    const file = labelme('../x/photo.png', 'cat', { imageData: await imageData() });
    const { classes, paths, folders, contents } = await read({
      'set/d/a.json': file,
      'set/b.txt': new Blob(),
    });
    expect(classes).toEqual({ 'set/d/photo.png': ['cat'] });
    expect(folders).toEqual(['d']);
    expect(paths[0]).toMatch(/\/photo\.png$/);
    const bytes = await contents.get(paths[0] ?? '')?.read();
    expect(bytes).toEqual(new Uint8Array(await picture.arrayBuffer()));
  });

  test('of two files of one name are two photos', async () => {
    const data = { imageData: await imageData() };
    const { known } = await read({
      'A/1.json': labelme('1.png', 'cat', data),
      'B/1.json': labelme('1.png', 'dog', data),
    });
    expect(known.map(({ name }) => name)).toEqual(['A/1.png', 'B/1.png']);
  });

  test('is not needed where the photo is there, and no reason to fail where it is broken', async () => {
    const file = labelme('a.png', 'cat', { imageData: await imageData() });
    expect((await read({ 'a.json': file, 'a.png': picture })).known).toHaveLength(1);
    const broken = labelme('a.png', 'cat', { imageData: '%%%' });
    expect((await read({ 'a.json': broken })).unmatched).toEqual(['a.png']);
  });
});
