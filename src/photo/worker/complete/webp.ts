import { readerOf } from './bytes.ts';

/** True when the file is as long as its RIFF header says. */
export function isWebpComplete(bytes: Uint8Array): boolean {
  return bytes.length >= 8 + readerOf(bytes, true).u32(4);
}
