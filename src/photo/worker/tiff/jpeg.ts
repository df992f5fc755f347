import { getDecoder } from 'geotiff';
import type { Size } from '../../../geometry/spaces.ts';
import { readerOf } from '../complete/bytes.ts';

/** Samples as they are stored, whatever the colours: the TIFF around them says which they are. */
interface JpegBlock {
  readonly size: Size;
  readonly components: number;
  readonly data: Uint8Array;
}

/** Throws where it has more pixels than `most`, or is no 8-bit JPEG. */
export async function decodeJpegBlock(
  packed: Uint8Array<ArrayBuffer>,
  tables: readonly number[] | undefined,
  most: number,
): Promise<JpegBlock> {
  const frame = frameOf(packed);
  if (frame?.precision !== 8) throw new Error('no 8-bit JPEG');
  const { width, height, components } = frame;
  if (!(width * height <= most)) throw new Error('more pixels than the part may have');
  const decoder = await getDecoder(7, {
    tileWidth: width,
    tileHeight: height,
    predictor: 1,
    bitsPerSample: 8,
    planarConfiguration: 1,
    ...(tables && { JPEGTables: Uint8Array.from(tables) }),
  });
  const data = new Uint8Array(await decoder.decode(packed.slice().buffer));
  if (data.length !== width * height * components) throw new Error('rows are missing');
  return { size: { width, height }, components, data };
}

function frameOf(packed: Uint8Array) {
  const reader = readerOf(packed, false);
  for (let at = 2; reader.u8(at) === 0xff; at += 2 + reader.u16(at + 2)) {
    const marker = reader.u8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return {
        precision: reader.u8(at + 4),
        height: reader.u16(at + 5),
        width: reader.u16(at + 7),
        components: reader.u8(at + 9),
      };
    }
  }
  return null;
}
