import { encode } from 'fast-png';
import type { Size } from '../../geometry/spaces.ts';
import { vocColor } from '../classes/colors.ts';
import type { Rgb } from '../dataset.ts';
import type { LabelMap } from './label-map.ts';

/** Grey, of 8 or 16 bits as the array has. */
export function greyPng(data: LabelMap, size: Size): Uint8Array<ArrayBuffer> {
  return own(encode({ ...size, data, channels: 1, depth: data.BYTES_PER_ELEMENT === 1 ? 8 : 16 }));
}

/** Numbers with a colour each; falls back to 16-bit grey where a byte is too small for them. */
export function indexedPng(data: LabelMap, size: Size, colors?: readonly Rgb[]) {
  if (data instanceof Uint16Array) return greyPng(data, size);
  const palette = Array.from({ length: 256 }, (_, i) => [...(colors?.[i] ?? vocColor(i))]);
  return own(encode({ ...size, data, channels: 1, depth: 8, palette }));
}

export function rgbPng(data: Uint8Array, size: Size): Uint8Array<ArrayBuffer> {
  return own(encode({ ...size, data, channels: 3, depth: 8 }));
}

export function rgbaPng(data: Uint8Array, size: Size): Uint8Array<ArrayBuffer> {
  return own(encode({ ...size, data, channels: 4, depth: 8 }));
}

/** Without the room that the encoder kept to grow. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
