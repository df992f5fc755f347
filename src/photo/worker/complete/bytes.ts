/** Big- or little-endian reads that give NaN past the end instead of throwing. */
export interface Reader {
  readonly length: number;
  readonly isLittleEndian: boolean;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
}

export function readerOf(bytes: Uint8Array, isLittleEndian: boolean): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (at: number, size: number) => at >= 0 && at + size <= bytes.length;
  return {
    length: bytes.length,
    isLittleEndian,
    u8: (at) => (fits(at, 1) ? view.getUint8(at) : Number.NaN),
    u16: (at) => (fits(at, 2) ? view.getUint16(at, isLittleEndian) : Number.NaN),
    u32: (at) => (fits(at, 4) ? view.getUint32(at, isLittleEndian) : Number.NaN),
  };
}

/** Four bytes as text: chunk and box types. */
export function tagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
