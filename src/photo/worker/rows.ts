import { type Area, createCutter, tileAreas } from './tiles.ts';

/** Read at a time: enough to be quick, little enough to be small at any width. */
const STRIP_ROWS = 64;
/** Canvases wider than this fail in some browsers. */
const STRIP_WIDTH = 8192;

/** Calls back with each row of the picture, or of a part, top to bottom: opaque RGBA, reused for the next. */
export function forEachRow(
  picture: ImageBitmap,
  visit: (row: Uint8ClampedArray) => void,
  part: Area = { x: 0, y: 0, width: picture.width, height: picture.height },
): void {
  const { width, height } = part;
  const columns = tileAreas({ width, height: 1 }, STRIP_WIDTH);
  const cutter = createCutter(picture, { width: Math.min(width, STRIP_WIDTH), height: STRIP_ROWS });
  const row = new Uint8ClampedArray(width * 4);
  for (let y = 0; y < height; y += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, height - y);
    const parts = columns.map(({ x, width: columnWidth }) => ({
      x,
      width: columnWidth,
      pixels: cutter
        .cut({ x: part.x + x, y: part.y + y, width: columnWidth, height: rows })
        .getImageData(0, 0, columnWidth, rows).data,
    }));
    for (let r = 0; r < rows; r += 1) {
      for (const column of parts) {
        const start = r * column.width * 4;
        row.set(column.pixels.subarray(start, start + column.width * 4), column.x * 4);
      }
      visit(row);
    }
  }
}
