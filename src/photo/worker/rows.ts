import { createCutter, tileAreas } from './tiles.ts';

/** Read at a time: enough to be quick, little enough to be small at any width. */
const STRIP_ROWS = 64;
/** Canvases wider than this fail in some browsers. */
const STRIP_WIDTH = 8192;

/** Calls back with each row of the picture, top to bottom: opaque RGBA, reused for the next. */
export function forEachRow(picture: ImageBitmap, visit: (row: Uint8ClampedArray) => void): void {
  const { width, height } = picture;
  const columns = tileAreas({ width, height: 1 }, STRIP_WIDTH);
  const cutter = createCutter(picture, { width: Math.min(width, STRIP_WIDTH), height: STRIP_ROWS });
  const row = new Uint8ClampedArray(width * 4);
  for (let y = 0; y < height; y += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, height - y);
    const parts = columns.map(({ x, width: partWidth }) => ({
      x,
      width: partWidth,
      pixels: cutter
        .cut({ x, y, width: partWidth, height: rows })
        .getImageData(0, 0, partWidth, rows).data,
    }));
    for (let r = 0; r < rows; r += 1) {
      for (const part of parts) {
        const start = r * part.width * 4;
        row.set(part.pixels.subarray(start, start + part.width * 4), part.x * 4);
      }
      visit(row);
    }
  }
}
