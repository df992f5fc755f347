import { type DecodedPng, decode } from 'fast-png';
import type { Size } from '../../geometry/spaces.ts';
import { FormatError } from '../problems.ts';
import { LIMITS } from '../reading/limits.ts';
import { trimPng } from './chunks.ts';

/** One number a pixel, row-major: grey value, palette index, or red + 256 green + 65536 blue. */
export interface MaskPng {
  readonly size: Size;
  readonly labels: Uint8Array | Uint16Array | Uint32Array;
  /** By palette index, where there is one. */
  readonly palette: readonly (readonly number[])[] | null;
}

/** Throws a FormatError for what is no PNG, damaged, or of more pixels. What is transparent is background. */
export async function decodeMaskPng(
  bytes: Uint8Array<ArrayBuffer>,
  mostPixels: number = LIMITS.pixels,
): Promise<MaskPng> {
  const { size, bytes: trimmed } = await trimPng(bytes, mostPixels);
  const png = decodeOrRefuse(trimmed);
  return { size, labels: labelsOf(png), palette: png.palette ?? null };
}

function decodeOrRefuse(bytes: Uint8Array): DecodedPng {
  try {
    return decode(bytes);
  } catch {
    throw new FormatError({ kind: 'broken', as: 'PNG' });
  }
}

function labelsOf(png: DecodedPng): MaskPng['labels'] {
  const { width, height, channels, depth } = png;
  const data = png.data instanceof Uint8ClampedArray ? Uint8Array.from(png.data) : png.data;
  if (depth < 8) return unpack(data, width, height, depth);
  if (channels === 1) return data;
  const labels = new Uint32Array(width * height);
  for (let i = 0; i < labels.length; i++) {
    const at = i * channels;
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    // 16-bit colours are told apart by their upper halves, as everything shows them.
    const [r, g, b] = depth === 16 ? [red >> 8, green >> 8, blue >> 8] : [red, green, blue];
    labels[i] = channels < 3 ? red : r + 256 * g + 65536 * b;
  }
  return channels === 2 || channels === 4
    ? withoutTransparent(labels, data, channels, depth)
    : labels;
}

/** More colours than this are a cut-out photo. */
const MOST_COLORS = 256;
const WHITE = 0xffffff;

/**
 * A cut-out, or black on transparent, is one object, whose mask is its alpha. Other pixels keep
 * their label where they are more opaque than not.
 */
function withoutTransparent(
  labels: Uint32Array,
  data: Uint8Array | Uint16Array,
  channels: number,
  depth: number,
): Uint32Array {
  const half = 2 ** (depth - 1);
  const isSeen = (i: number) => (data[i * channels + channels - 1] ?? 0) >= half;
  const colors = new Set<number>();
  let hidden = 0;
  for (let i = 0; i < labels.length; i++) {
    if (!isSeen(i)) hidden++;
    else if (colors.size <= MOST_COLORS) colors.add(labels[i] ?? 0);
  }
  if (hidden === 0) return labels;
  const isOne = colors.size > MOST_COLORS || (colors.size === 1 && colors.has(0));
  return labels.map((label, i) => {
    if (!isSeen(i)) return 0;
    return isOne ? WHITE : label;
  });
}

/** Several pixels a byte, the first one highest; each row starts a new byte. */
function unpack(
  data: Uint8Array | Uint16Array,
  width: number,
  height: number,
  depth: number,
): Uint8Array {
  const labels = new Uint8Array(width * height);
  const rowBytes = Math.ceil((width * depth) / 8);
  const ones = 2 ** depth - 1;
  for (let i = 0; i < labels.length; i++) {
    const x = i % width;
    const byte = data[((i - x) / width) * rowBytes + Math.floor((x * depth) / 8)] ?? 0;
    labels[i] = (byte >> (8 - depth - ((x * depth) % 8))) & ones;
  }
  return labels;
}
