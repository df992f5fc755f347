import type { Canvas } from '@napi-rs/canvas';
import type { TestFile } from './files.ts';

/** 24-bit BMP: rows bottom up, blue first, each padded to four bytes. */
export function bmpFile(name: string, canvas: Canvas): TestFile {
  const { width, height } = canvas;
  const rgba = pixelsOf(canvas);
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const buffer = Buffer.alloc(54 + rowBytes * height);
  buffer.write('BM', 0, 'latin1');
  buffer.writeUInt32LE(buffer.length, 2);
  buffer.writeUInt32LE(54, 10);
  buffer.writeUInt32LE(40, 14);
  buffer.writeInt32LE(width, 18);
  buffer.writeInt32LE(height, 22);
  buffer.writeUInt16LE(1, 26);
  buffer.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const to = 54 + (height - 1 - y) * rowBytes + x * 3;
      for (const channel of [0, 1, 2]) buffer[to + channel] = rgba[from + 2 - channel] ?? 0;
    }
  }
  return { name, mimeType: 'image/bmp', buffer };
}

/** Uncompressed RGBA in one strip, little-endian: header, directory, bits of the samples, pixels, profile. */
export function tiffFile(name: string, canvas: Canvas, profile: Buffer | null = null): TestFile {
  const { width, height } = canvas;
  const pixels = pixelsOf(canvas);
  const bitsAt = 8 + 2 + (profile ? 10 : 9) * 12 + 4;
  const entries: (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 4, bitsAt],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, 1, bitsAt + 8],
    [277, 3, 1, 4],
    [279, 4, 1, pixels.length],
    [338, 3, 1, 2],
  ];
  if (profile) entries.push([34675, 7, profile.length, bitsAt + 8 + pixels.length]);
  const buffer = Buffer.alloc(bitsAt + 8 + pixels.length + (profile?.length ?? 0));
  buffer.write('II*\0\b\0\0\0', 0, 'latin1');
  buffer.writeUInt16LE(entries.length, 8);
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + i * 12;
    buffer.writeUInt16LE(tag, at);
    buffer.writeUInt16LE(type, at + 2);
    buffer.writeUInt32LE(count, at + 4);
    buffer.writeUInt32LE(value, at + 8);
  }
  for (let i = 0; i < 4; i++) buffer.writeUInt16LE(8, bitsAt + i * 2);
  buffer.set(pixels, bitsAt + 8);
  profile?.copy(buffer, bitsAt + 8 + pixels.length);
  return { name, mimeType: 'image/tiff', buffer };
}

function pixelsOf(canvas: Canvas): Uint8Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
