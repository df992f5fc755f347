import type { Canvas } from '@napi-rs/canvas';
import UTIF from 'utif2';
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

export function tiffFile(name: string, canvas: Canvas): TestFile {
  const tiff = UTIF.encodeImage(pixelsOf(canvas), canvas.width, canvas.height);
  return { name, mimeType: 'image/tiff', buffer: Buffer.from(tiff) };
}

function pixelsOf(canvas: Canvas): Uint8Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
