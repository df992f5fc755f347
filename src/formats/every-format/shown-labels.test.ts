import { expect, test } from 'vitest';
import { greyPng } from '../png/encode.ts';
import { sortFiles } from '../sort-files.ts';
import { sourceFiles } from '../testing/files.ts';

const PICTURE = greyPng(new Uint8Array(4).fill(255), { width: 2, height: 2 });

function kindsOf(...paths: readonly string[]): Record<string, string[]> {
  const sorted = sortFiles(sourceFiles(new Map(paths.map((path) => [path, PICTURE]))), []);
  const kinds = Object.keys(sorted) as (keyof typeof sorted)[];
  const named = kinds.map((kind) => [kind, sorted[kind].map(({ path }) => path)] as const);
  return Object.fromEntries(named.filter(([, found]) => found.length > 0));
}

test.each([
  'AnnotationsVisualization/1.jpg',
  'SegmentationClassVisualization/1.jpg',
  'SegmentationObjectVisualisation/1.png',
  'masks/viz/1.png',
  'overlays/1_mask.png',
  'previews/1.webp',
  'thumbnails/1.jpg',
])('%s shows labels of a photo: it is neither a mask nor a photo', (path) => {
  expect(kindsOf('JPEGImages/1.jpg', path)).toEqual({ photos: ['JPEGImages/1.jpg'] });
});

test('where they show no photo that came along, they are photos themselves', () => {
  expect(kindsOf('Visualization/1.jpg', 'previews/2.jpg')).toEqual({
    photos: ['Visualization/1.jpg', 'previews/2.jpg'],
  });
});
