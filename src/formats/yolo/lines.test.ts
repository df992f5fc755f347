import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../read-dataset.ts';
import { sourceFiles } from '../testing/files.ts';
import { isYoloLine, type KeypointShape, readLines, splitLines } from './lines.ts';

const BOX = '0.5 0.5 0.2 0.25';

function read(text: string, keypoints: KeypointShape | null = null) {
  return readLines(splitLines(text).filter(isYoloLine), keypoints).map((line) => ({
    ...line,
    shape: line.shape.length === 4 ? 'box' : line.shape.length / 2,
  }));
}

const plain = { classNumber: 0, score: null, trackId: null, hasKeypoints: false };

describe('what the columns behind the box are', () => {
  const tail = (points: readonly number[][]) => points.flat().join(' ');
  const three = tail([
    [0.45, 0.45, 2],
    [0.55, 0.45, 1],
    [0, 0, 0],
  ]);
  const body = Array.from({ length: 17 }, (_, i) => [0.42 + i * 0.01, 0.4 + i * 0.01]);
  test.each<[string, string, object]>([
    ['nothing', `0 ${BOX}`, { shape: 'box' }],
    ['a score', `0 ${BOX} 0.75`, { shape: 'box', score: 0.75 }],
    ['a score of 1 among others', `0 ${BOX} 1\n0 ${BOX} 0.5`, { shape: 'box', score: 1 }],
    ['a track', `0 ${BOX} 17`, { shape: 'box', trackId: 17 }],
    ['score and track', `0 ${BOX} 0.91 1`, { shape: 'box', score: 0.91, trackId: 1 }],
    ['score and a high track', `0 ${BOX} 0.91 204`, { shape: 'box', score: 0.91, trackId: 204 }],
    ['keypoints with visibility', `0 ${BOX} ${three}`, { shape: 'box', hasKeypoints: true }],
    ['a body of keypoints', `0 ${BOX} ${tail(body)}`, { shape: 'box', hasKeypoints: true }],
    [
      'a body with certainties',
      `0 ${BOX} ${tail(body.map((point) => [...point, 0.93]))}`,
      { shape: 'box', hasKeypoints: true },
    ],
    [
      'keypoints, a score and a track',
      `0 ${BOX} ${three} 0.5 7`,
      { shape: 'box', hasKeypoints: true, score: 0.5, trackId: 7 },
    ],
    ['a triangle', '0 0.1 0.1 0.9 0.1 0.9 0.9', { shape: 3 }],
    ['a triangle and a score', '0 0.1 0.1 0.9 0.1 0.9 0.9 0.25', { shape: 3, score: 0.25 }],
    ['a polygon and a track', '0 0.1 0.1 0.9 0.1 0.9 0.9 33', { shape: 3, trackId: 33 }],
    ['four corners', '0 0.4 0.4 0.5 0.4 0.5 0.5 0.4 0.5', { shape: 4 }],
    ['a polygon at the edge', '0 0 0 1 0 1 1 0 1', { shape: 4 }],
  ])('%s', (_, text, expected) => {
    expect(read(text)[0]).toEqual({ ...plain, ...expected });
  });

  test('keypoints that data.yaml counts, with and without more behind them', () => {
    const points = '0.45 0.45 0.55 0.45 0.5 0.55 0.5 0.6';
    const shape = { count: 4, values: 2 };
    const posed = { ...plain, shape: 'box', hasKeypoints: true };
    expect(read(`0 ${BOX} ${points}`, shape)).toEqual([posed]);
    expect(read(`0 ${BOX} ${points} 0.5`, shape)).toEqual([{ ...posed, score: 0.5 }]);
    expect(read(`0 ${BOX} ${points} 0.5 3`, shape)).toEqual([{ ...posed, score: 0.5, trackId: 3 }]);
    expect(read(`0 ${BOX}`, shape)).toEqual([{ ...plain, shape: 'box' }]);
  });

  test('small polygons of as many values as a scored pose stay polygons', () => {
    for (let x = 0.2; x < 0.8; x += 0.05) {
      const corners = Array.from({ length: 28 }, (_, i) => {
        const angle = (2 * Math.PI * i) / 28;
        return [x + 0.02 * Math.cos(angle), x + 0.02 * Math.sin(angle)].map((at) => at.toFixed(6));
      });
      expect(read(`0 ${corners.flat().join(' ')}`)).toEqual([{ ...plain, shape: 28 }]);
    }
  });

  test('a polygon stays one, wherever it lies and however many corners it has', () => {
    const polygon = fc
      .record({
        x: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        y: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        radius: fc.double({ min: 0.02, max: 0.19, noNaN: true }),
        corners: fc.integer({ min: 4, max: 60 }).filter((corners) => corners !== 19),
      })
      .map(({ x, y, radius, corners }) =>
        Array.from({ length: corners }, (_, i) => {
          const angle = (2 * Math.PI * i) / corners;
          return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
        }),
      );
    fc.assert(
      fc.property(polygon, (points) => {
        const text = `0 ${points
          .flat()
          .map((value) => value.toFixed(6))
          .join(' ')}`;
        expect(read(text)).toEqual([{ ...plain, shape: points.length }]);
      }),
    );
  });
});

test.each([
  ['0.0 0.5 0.5 0.2 0.25', 'cat'],
  ['1.000000000000000000e+00 5.0e-01 5.0E-01 2.0e-01 +.25', 'dog'],
  ['1 .5 .5 1.0e+00 2.5e-01', 'dog'],
  ['0, 0.5, 0.5, 0.2, 0.25', 'cat'],
  ['1,0.5,0.5,0.2,0.25,', 'dog'],
  ['1;0.5;0.5;0.2;0.25', 'dog'],
])('numbers as Python and spreadsheets write them: %s', async (line, className) => {
  const files = new Map([
    ['data.yaml', 'names: [cat, dog]'],
    ['labels/a.txt', `${line}\r\n`],
  ]);
  const photo = { name: 'a.png', size: { width: 100, height: 80 } };
  const { photos, skipped } = await readDataset(sourceFiles(files), [photo]);
  expect(skipped).toEqual([]);
  expect(photos[0]?.objects).toMatchObject([{ className }]);
});

test.each([
  '1',
  '0 0.5 0.5',
  'cat 0.5 0.5 0.2 0.2',
  '0 0.5 0.5 nan 0.2',
  '0.5 0.5 0.5 0.2 0.2',
  '0 0,1 0,1 0,1 0,1',
])('a line that is no label is left out, and no other: %s', async (line) => {
  const files = new Map([['labels/a.txt', `0 ${BOX}\n${line}\n\n0 ${BOX}\n`]]);
  const photo = { name: 'a.png', size: { width: 100, height: 80 } };
  const { photos, skipped } = await readDataset(sourceFiles(files), [photo]);
  expect(skipped).toMatchObject([{ problem: { kind: 'broken-line' }, count: 1 }]);
  expect(photos[0]?.objects).toHaveLength(2);
});
