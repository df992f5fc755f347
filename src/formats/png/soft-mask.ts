import { FormatError } from '../problems.ts';
import type { MaskPng } from './decode.ts';

const WHITE = 255;
const HALF = 128;
/** Pixels over which an edge may fade, to either side. */
const REACH = 2;
/** Levels from which on a grey is near black or near white. */
const [DARK, BRIGHT] = [48, 207];
/** Share of the pixels between black and white that must lie at an edge. */
const LEAST_AT_EDGES = 0.9;
/** Share of the pixels that may lie between black and the brightest grey: soft edges, and what JPEG blurs. */
const MOST_BETWEEN = 0.1;

/** Black and white by half, for a white mask on black whose edges fade; null: the greys are classes. */
export function withHardEdges(png: MaskPng): MaskPng | null {
  const greys = greysOf(png);
  if (!greys) return null;
  const { width, height } = png.size;
  let [between, middle, atEdges, whites] = [0, 0, 0, 0];
  for (let i = 0; i < greys.length; i++) {
    const grey = greys[i] ?? 0;
    if (grey > BRIGHT) whites++;
    if (grey === 0 || grey === WHITE) continue;
    between++;
    if (grey >= DARK && grey <= BRIGHT) middle++;
    if (isAtEdge(greys, i, width, height)) atEdges++;
  }
  // Classes are mostly numbered from 1 on.
  const isFading = whites > 0 && middle > between / 3;
  const isSoft = isFading && atEdges >= LEAST_AT_EDGES * between;
  return isSoft ? halved(greys, png.size, HALF) : null;
}

/** By the brightness of each pixel of an RGBA picture. Throws a FormatError for one of all brightnesses, as photos are, and for nothing but grey. */
export function maskFromRgba(rgba: Uint8ClampedArray, size: MaskPng['size']): MaskPng {
  const greys = new Uint8Array(size.width * size.height);
  for (let i = 0; i < greys.length; i++) {
    const [red = 0, green = 0, blue = 0] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]];
    greys[i] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  const brightest = greys.reduce((most, grey) => Math.max(most, grey), 0);
  if (brightest < DARK) return halved(greys, size, HALF);
  const between = greys.filter((grey) => grey > brightest / 4 && grey < brightest * 0.75).length;
  if (between > MOST_BETWEEN * greys.length) throw new FormatError({ kind: 'not-a-format' });
  const isFlat = brightest < HALF && !greys.some((grey) => grey <= brightest / 4);
  if (isFlat) throw new FormatError({ kind: 'empty-object' });
  return halved(greys, size, brightest / 2);
}

function halved(greys: Uint8Array, size: MaskPng['size'], half: number): MaskPng {
  return { size, labels: greys.map((grey) => (grey >= half ? WHITE : 0)), palette: null };
}

/** Null for colours, palettes and 16 bits. */
function greysOf({ labels, palette }: MaskPng): Uint8Array | null {
  if (palette || labels instanceof Uint16Array) return null;
  if (labels instanceof Uint8Array) return labels;
  const greys = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const [label, grey] = [labels[i] ?? 0, (labels[i] ?? 0) & 0xff];
    if (label !== grey * 0x010101) return null;
    greys[i] = grey;
  }
  return greys;
}

/** Whether both a dark and a bright pixel are near. */
function isAtEdge(greys: Uint8Array, at: number, width: number, height: number): boolean {
  const [x, y] = [at % width, Math.floor(at / width)];
  let [least, most] = [WHITE, 0];
  for (let v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
    for (let u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
      const grey = greys[v * width + u] ?? 0;
      if (grey < least) least = grey;
      if (grey > most) most = grey;
    }
  }
  return least < DARK && most > BRIGHT;
}
