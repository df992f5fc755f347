import type { Size } from '../../geometry/spaces.ts';
import { type PhotoTile, TILE_SIDE } from '../protocol.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Covers a level with tiles, row by row. */
export function tileAreas(size: Size, side = TILE_SIDE): Area[] {
  const areas: Area[] = [];
  for (let y = 0; y < size.height; y += side) {
    for (let x = 0; x < size.width; x += side) {
      const width = Math.min(side, size.width - x);
      areas.push({ x, y, width, height: Math.min(side, size.height - y) });
    }
  }
  return areas;
}

/** Opaque pixels of a picture: a canvas in the CPU's memory, with alpha laid onto white. */
interface Cutter {
  cut(area: Area): OffscreenCanvasRenderingContext2D;
}

export function createCutter(picture: ImageBitmap, size: Size): Cutter {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  return {
    cut({ x, y, width, height }) {
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      context.fillStyle = 'white';
      context.fillRect(0, 0, width, height);
      context.drawImage(picture, x, y, width, height, 0, 0, width, height);
      return context;
    },
  };
}

export function cutTiles(picture: ImageBitmap): PhotoTile[] {
  const areas = tileAreas(picture);
  const cutter = createCutter(picture, areas[0] ?? picture);
  return areas.map((area) => ({
    x: area.x,
    y: area.y,
    bitmap: cutter.cut(area).canvas.transferToImageBitmap(),
  }));
}
