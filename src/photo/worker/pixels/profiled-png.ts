import { zlibSync } from 'fflate';
import type { Colours } from './colours.ts';
import { pngChunk } from './png-chunk.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const RGBA = 6;

/** Not compressed: it is read again at once. */
export function pngWithColours(
  { width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>,
  colours: Colours,
): Uint8Array<ArrayBuffer>[] {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, RGBA], 8);
  return [
    SIGNATURE,
    pngChunk('IHDR', header),
    'profile' in colours ? profileChunk(colours.profile) : numbersChunk(colours),
    pngChunk('IDAT', zlibSync(rowsOf(width, height, data), { level: 0 })),
    pngChunk('IEND', new Uint8Array()),
  ];
}

function profileChunk(profile: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = zlibSync(profile, { level: 0 });
  const content = new Uint8Array(3 + packed.length);
  // A name of one letter, its end, and the only kind of compression there is.
  content.set([0x69, 0, 0]);
  content.set(packed, 3);
  return pngChunk('iCCP', content);
}

/** Then: RGB, and all of the numbers' range. */
function numbersChunk({ primaries, transfer }: { primaries: number; transfer: number }) {
  return pngChunk('cICP', Uint8Array.of(primaries, transfer, 0, 1));
}

/** Each row begins with its filter: none. */
function rowsOf(width: number, height: number, data: Uint8ClampedArray): Uint8Array {
  const rowBytes = width * 4;
  const rows = new Uint8Array(height * (rowBytes + 1));
  for (let y = 0; y < height; y += 1) {
    rows.set(data.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  }
  return rows;
}
