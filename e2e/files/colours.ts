import type { Canvas } from '@napi-rs/canvas';
import { pngWithColours } from '../../src/photo/worker/pixels/profiled-png.ts';
import type { TestFile } from './files.ts';

type Triple = readonly [number, number, number];

export interface Rgb {
  /** XYZ of red, green and blue at D50. */
  readonly primaries: readonly [Triple, Triple, Triple];
  readonly gamma: number;
}

export const ADOBE_RGB: Rgb = {
  primaries: [
    [0.60974, 0.31111, 0.01947],
    [0.20528, 0.62567, 0.06087],
    [0.14919, 0.06322, 0.74457],
  ],
  gamma: 2.2,
};

export const PROPHOTO_RGB: Rgb = {
  primaries: [
    [0.7977, 0.288, 0],
    [0.1352, 0.7119, 0],
    [0.0313, 0.0001, 0.8249],
  ],
  gamma: 1.8,
};

const HEADER_BYTES = 128;
const TAG_BYTES = 12;
const D50: Triple = [0.9642, 1, 0.8249];

/** An ICC profile, version 2, of a display: three colours, and a power for all of them. */
export function iccProfile({ primaries, gamma }: Rgb): Buffer {
  const curve = Buffer.alloc(16);
  curve.write('curv', 0, 'latin1');
  curve.writeUInt32BE(1, 8);
  curve.writeUInt16BE(Math.round(gamma * 256), 12);
  const tags: (readonly [string, Buffer])[] = [
    ['wtpt', xyz(D50)],
    ...primaries.map((colour, i) => [`${'rgb'[i]}XYZ`, xyz(colour)] as const),
    ...primaries.map((_, i) => [`${'rgb'[i]}TRC`, curve] as const),
  ];
  const head = Buffer.alloc(HEADER_BYTES + 4 + TAG_BYTES * tags.length);
  head.writeUInt32BE(0x02400000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  xyz(D50).copy(head, 68, 8);
  head.writeUInt32BE(tags.length, HEADER_BYTES);
  let at = head.length;
  for (const [i, [name, content]] of tags.entries()) {
    const entry = HEADER_BYTES + 4 + TAG_BYTES * i;
    head.write(name, entry, 'latin1');
    head.writeUInt32BE(at, entry + 4);
    head.writeUInt32BE(content.length, entry + 8);
    at += content.length;
  }
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...tags.map(([, content]) => content)]);
}

/** In fixed point. */
function xyz(values: Triple): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0, 'latin1');
  for (const [i, value] of values.entries()) tag.writeInt32BE(Math.round(value * 65536), 8 + 4 * i);
  return tag;
}

/** The browser reads its profile. */
export function profiledPng(name: string, canvas: Canvas, profile: Buffer): TestFile {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const picture = { width, height, data: Uint8ClampedArray.from(data) };
  const buffer = Buffer.concat(pngWithColours(picture, { profile: Uint8Array.from(profile) }));
  return { name, mimeType: 'image/png', buffer };
}
