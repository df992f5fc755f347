import { parseXml } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import type { Dataset } from '../testing/arbitrary.ts';
import { textOf, writeAll } from '../testing/round-trip.ts';
import { childrenOf } from '../text/xml-reader.ts';
import { createSvgWriter } from './write.ts';

const mask = maskFromPicture('##', '##');
const EVIL = '</title><script>alert(1)</script>" onload="alert(2)\u0000';

test('names that would be a script are text in the drawing', async () => {
  const dataset: Dataset = {
    name: EVIL,
    classes: [{ name: EVIL, color: [1, 2, 3] }],
    photos: [{ name: `${EVIL}.jpg`, size: mask.size }],
    labels: [
      {
        objects: [{ classIndex: 0, mask, score: null, note: EVIL, attributes: [[EVIL, EVIL]] }],
        tags: [EVIL],
      },
    ],
  };
  const files = await writeAll(createSvgWriter, dataset);
  const text = textOf(files, [...files.keys()][0] ?? '');
  expect(text).not.toMatch(/<script|\sonload="|\0/);
  const { root } = parseXml(text);
  const [image, path] = root ? childrenOf(root) : [];
  expect([image?.name, path?.name]).toEqual(['image', 'path']);
  expect(image?.attributes.href).toMatch(/^(\.\.\/)*images\/[\w%.()/-]+\.jpg$/);
  expect(path?.text).toBe(EVIL.replace('\u0000', '\ufffd'));
  expect(Object.keys(path?.attributes ?? {}).sort()).toEqual([
    'd',
    'data-class',
    'fill',
    'fill-opacity',
    'fill-rule',
    'stroke',
  ]);
});
