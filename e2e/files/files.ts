import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Size } from '../../src/geometry/spaces.ts';

/** A file as Playwright's setInputFiles takes it. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A small file of the unit tests: a scene of 24 x 16 pixels. */
export function photoFixture(name: string): TestFile {
  const buffer = readFileSync(join(import.meta.dirname, '../../src/photo/fixtures', name));
  return { name, mimeType: '', buffer };
}

export function jpegFile(name: string, canvas: Canvas): TestFile {
  return { name, mimeType: 'image/jpeg', buffer: canvas.toBuffer('image/jpeg', 95) };
}

export function pngFile(name: string, canvas: Canvas): TestFile {
  return { name, mimeType: 'image/png', buffer: canvas.toBuffer('image/png') };
}

/** A one-coloured canvas, for sizes at the limits. */
export function plainCanvas({ width, height }: Size): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#8090a0';
  context.fillRect(0, 0, width, height);
  return canvas;
}

/**
 * The same picture as a camera held on its side would store it: pixels turned a quarter to the
 * left, and EXIF orientation 6 that says to turn them back.
 */
export function sidewaysJpeg(name: string, upright: Canvas): TestFile {
  const turned = createCanvas(upright.height, upright.width);
  const context = turned.getContext('2d');
  context.translate(0, upright.width);
  context.rotate(-Math.PI / 2);
  context.drawImage(upright, 0, 0);
  const { mimeType, buffer } = jpegFile(name, turned);
  return { name, mimeType, buffer: withOrientation(buffer, 6) };
}

/** A PNG of this size whose pixels are all black, at one bit each: tiny however large it is. */
export function blackPng(name: string, { width, height }: Size): TestFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND')];
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...chunks]) };
}

export function truncated(file: TestFile): TestFile {
  return { ...file, buffer: file.buffer.subarray(0, Math.floor(file.buffer.length / 2)) };
}

function pngChunk(type: string, data = Buffer.alloc(0)): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}

/** Puts an APP1 segment with nothing but the orientation (tag 0x0112) behind the start of image. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from([
    ...[0xff, 0xe1, 0x00, 0x22],
    ...Buffer.from('Exif\0\0', 'latin1'),
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
