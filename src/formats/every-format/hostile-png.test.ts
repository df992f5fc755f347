import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, test, vi } from 'vitest';
import { problemsOf, readAlone } from '../testing/read-alone.ts';
import { bytesToBase64 } from '../text/base64.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('PNG', () => {
  const grey = (width: number, height: number, data: Uint8Array) =>
    Uint8Array.from(encode({ width, height, data, channels: 1 }));
  const good = grey(5, 4, new Uint8Array(20).fill(255, 3, 9));

  test('a mask', async () => {
    const { photos } = await readAlone('a.png', good);
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
        await readAlone('a.png', bytes);
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
