import { maskToBitmap } from '../../mask/bitmap.ts';
import type { DatasetHead, LabelledObject } from '../dataset.ts';
import { safeName } from '../photos/file-names.ts';
import { csvLine } from '../text/table.ts';
import { createSpool } from '../writing/spool.ts';
import type { CreateWriter, OutFile } from '../writing/writer.ts';
import { greyPng, indexedPng } from './encode.ts';
import { paintLabels } from './label-map.ts';

/** One black and white PNG an object: nothing hides anything. */
export const createObjectPngWriter: CreateWriter = ({ classes }) => {
  const table = createTable(['file', 'photo', 'class']);
  return {
    photoPath: ({ file }) => `images/${file.name}`,
    *addPhoto({ file, size }, { objects }): Iterable<OutFile> {
      for (const [i, { mask, classIndex }] of objects.entries()) {
        const name = classes[classIndex]?.name ?? '';
        const path = `masks/${file.stem}/${numbered(i)}-${safeName(name)}.png`;
        table.add([path, file.name, name]);
        const white = maskToBitmap(mask).map((bit) => bit * 255);
        yield { path, content: greyPng(white, size) };
      }
    },
    finish: () => [{ path: 'masks.csv', content: table.toBlob() }],
  };
};

/** One 16-bit PNG a photo: each pixel holds the number of the topmost object, 0 is none. */
export const createInstancePngWriter: CreateWriter = ({ classes }) => {
  const table = createTable(['file', 'photo', 'number', 'class']);
  return {
    photoPath: ({ file }) => `images/${file.name}`,
    addPhoto({ file, size }, { objects }) {
      const path = `instances/${file.stem}.png`;
      for (const [i, { classIndex }] of objects.entries()) {
        table.add([path, file.name, i + 1, classes[classIndex]?.name ?? '']);
      }
      const labels = paintLabels(masksOf(objects), numbersOf(objects), size);
      return [{ path, content: greyPng(Uint16Array.from(labels), size) }];
    },
    finish: () => [{ path: 'instances.csv', content: table.toBlob() }],
  };
};

/** One PNG a photo with the classes' colours as palette: each pixel holds the class, 0 is none. */
export const createClassPngWriter: CreateWriter = ({ classes }) => ({
  photoPath: ({ file }) => `images/${file.name}`,
  addPhoto({ file, size }, { objects }) {
    const numbers = objects.map(({ classIndex }) => classIndex + 1);
    const labels = paintLabels(masksOf(objects), numbers, size);
    const colors = [[0, 0, 0] as const, ...classes.map(({ color }) => color)];
    return [{ path: `classes/${file.stem}.png`, content: indexedPng(labels, size, colors) }];
  },
  finish: () => [{ path: 'classes.csv', content: classTable(classes) }],
});

function createTable(columns: readonly string[]) {
  const spool = createSpool();
  const add = (values: readonly (string | number)[]) => spool.add(csvLine(values));
  add(columns);
  return { add, toBlob: spool.toBlob };
}

function classTable(classes: DatasetHead['classes']): Blob {
  const table = createTable(['number', 'class', 'red', 'green', 'blue']);
  for (const [i, { name, color }] of classes.entries()) table.add([i + 1, name, ...color]);
  return table.toBlob();
}

function masksOf(objects: readonly LabelledObject[]) {
  return objects.map(({ mask }) => mask);
}

function numbersOf(objects: readonly LabelledObject[]) {
  return objects.map((_, i) => i + 1);
}

/** "001": names in the order of the objects. */
function numbered(index: number): string {
  return String(index + 1).padStart(3, '0');
}
