import { deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { expectSquare, read, SQUARE } from '../testing/square.ts';
import { bytesToBase64 } from '../text/base64.ts';

describe('Supervisely', () => {
  const file = (object: object) => ({
    size: { width: 100, height: 80 },
    tags: [{ name: 'night' }],
    objects: [{ classTitle: 'cat', geometryType: 'polygon', ...object }],
  });
  const interior = [SQUARE.map(([x = 0, y = 0]) => [x / 2 + 10, y / 2 + 10])];
  test('a polygon with a hole, tags and colours', async () => {
    const { found, photos, classes } = await read({
      'meta.json': { classes: [{ title: 'cat', shape: 'polygon', color: '#0A0B0C' }] },
      'ds/ann/a.jpg.json': file({ points: { exterior: SQUARE, interior } }),
    });
    expect(found).toEqual([['cat', 300]]);
    expect(photos[0]?.tags).toEqual(['night']);
    expect(classes).toEqual([{ name: 'cat', color: [10, 11, 12] }]);
  });

  test('a rectangle, whose last pixel counts', async () => {
    const points = {
      exterior: [
        [29, 29],
        [10, 10],
      ],
      interior: [],
    };
    await expectSquare({ 'ann/a.jpg.json': file({ geometryType: 'rectangle', points }) });
  });

  test('a bitmap, and one that unpacks without end', async () => {
    const png = encode({ width: 20, height: 20, channels: 1, data: new Uint8Array(400).fill(255) });
    const bitmap = (bytes: Uint8Array) => ({
      geometryType: 'bitmap',
      bitmap: { origin: [10, 10], data: bytesToBase64(Uint8Array.from(deflateSync(bytes))) },
    });
    await expectSquare({ 'ann/a.jpg.json': file(bitmap(Uint8Array.from(png))) });
    const { skipped } = await read({ 'ann/a.jpg.json': file(bitmap(new Uint8Array(9_000_000))) });
    expect(skipped).toMatchObject([{ problem: { kind: 'too-many' } }]);
  });
});
