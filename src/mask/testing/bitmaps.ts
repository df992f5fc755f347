import type { Size } from '../../geometry/spaces.ts';

/** Slow and plain references on bitmaps, for property tests. */
export type Bitmap = Uint8Array;

/** Calls `visit` for the pixels of the photo within `radius` of a pixel, from centre to centre. */
export function forEachWithin(
  { width, height }: Size,
  radius: number,
  at: number,
  visit: (index: number) => void,
): void {
  const [x, y] = [at % width, Math.floor(at / width)];
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      if ((i - x) ** 2 + (j - y) ** 2 <= radius * radius) visit(j * width + i);
    }
  }
}

/** The connected pieces of the pixels with this value, as lists of indices, flooded one by one. */
export function piecesOf(
  bitmap: Bitmap,
  size: Size,
  value: 0 | 1,
  joins: 'edges' | 'corners',
): number[][] {
  const radius = joins === 'edges' ? 1 : Math.SQRT2;
  const seen = new Set<number>();
  const pieces: number[][] = [];
  bitmap.forEach((bit, start) => {
    if (bit !== value || seen.has(start)) return;
    const piece = [start];
    seen.add(start);
    for (const at of piece) {
      forEachWithin(size, radius, at, (next) => {
        if (bitmap[next] !== value || seen.has(next)) return;
        seen.add(next);
        piece.push(next);
      });
    }
    pieces.push(piece);
  });
  return pieces;
}

export function isOnEdge(index: number, { width, height }: Size): boolean {
  const [x, y] = [index % width, Math.floor(index / width)];
  return x === 0 || y === 0 || x === width - 1 || y === height - 1;
}
