import { describe, expect, test } from 'vitest';
import { expectSquare, read, SQUARE } from '../testing/square.ts';

describe('Label Studio', () => {
  const region = (type: string, value: object, more: object = {}) => ({
    type,
    original_width: 100,
    original_height: 80,
    value,
    ...more,
  });
  const task = (result: readonly object[], image = '/data/upload/3/1f2a3b4c-a.jpg') => [
    { id: 1, data: { text: 'no photo', image }, annotations: [{ result }] },
  ];
  const rectangle = { x: 10, y: 12.5, width: 20, height: 25 };
  const labels = { rectanglelabels: ['cat'] };
  test.each([
    ['an upload', '/data/upload/3/1f2a3b4c-a.jpg'],
    ['local storage', '/data/local-files/?d=photos/day%201/a.jpg'],
    ['a bucket', 's3://bucket/photos/a.jpg'],
    ['a server', 'https://example.org/photos/a.jpg?token=x.png'],
  ])('a photo from %s', async (_, image) => {
    await expectSquare({
      't.json': task([region('rectanglelabels', { ...rectangle, ...labels })], image),
    });
  });

  test.each([
    [
      'a rectangle turned about its corner',
      'rectanglelabels',
      { x: 30, y: 12.5, width: 20, height: 25, rotation: 90, ...labels },
    ],
    [
      'an ellipse',
      'ellipselabels',
      { x: 20, y: 25, radiusX: 10, radiusY: 12.5, ellipselabels: ['cat'] },
    ],
    [
      'a polygon',
      'polygonlabels',
      { points: SQUARE.map(([x = 0, y = 0]) => [x, y / 0.8]), polygonlabels: ['cat'] },
    ],
  ])('%s', async (_, type, value) => {
    await expectSquare({ 't.json': task([region(type, value)]) });
  });

  test.each([
    ['a rectangle', { ...rectangle, rotation: 0, ...labels }],
    [
      'a polygon',
      {
        points: SQUARE.map(([x = 0, y = 0]) => [x, y / 0.8]),
        polygonlabels: ['cat'],
      },
    ],
  ])('%s of JSON-MIN', async (_, shape) => {
    const sized = { ...shape, original_width: 100, original_height: 80 };
    const [image, others] = ['/data/upload/3/1f2a3b4c-a.jpg', { annotator: 1, quality: 'good' }];
    await expectSquare({ 't.json': [{ id: 1, image, label: [sized], ...others }] });
  });

  test('a label, a choice and a relation apart from their region', async () => {
    const result = [
      region('rectangle', rectangle, { id: 'r' }),
      region('labels', { ...rectangle, labels: ['cat'] }, { id: 'r' }),
      region('choices', { choices: ['sharp'] }, { id: 'r' }),
      region('choices', { choices: ['night'] }, { id: 'other' }),
      { type: 'relation', from_id: 'r', to_id: 's' },
    ];
    await expectSquare({ 't.json': task(result) });
    expect((await read({ 't.json': task(result) })).photos[0]?.tags).toEqual(['night']);
  });

  test('of several people’s work, what was checked; predictions where there is nothing else', async () => {
    const of = (label: string) => ({
      result: [region('rectanglelabels', { ...rectangle, rectanglelabels: [label] })],
    });
    const annotations = [
      { ...of('draft'), was_cancelled: true },
      of('dog'),
      { ...of('cat'), ground_truth: true },
    ];
    await expectSquare({ 't.json': [{ data: { image: 'a.jpg' }, annotations }] });
    await expectSquare({
      't.json': { data: { image: 'a.jpg' }, annotations: [], predictions: [of('cat')] },
    });
  });
});
