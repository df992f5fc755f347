import type { ImagePoint } from '../../geometry/spaces.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';

let probe: OffscreenCanvasRenderingContext2D | null = null;

/** "#rrggbb" of the photo's pixel at a point; null off the photo. */
export function pixelColor(level: PhotoLevel | undefined, at: ImagePoint): string | null {
  const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
  const tile = level?.tiles.find(
    ({ x: left, y: top, bitmap }) =>
      x >= left && y >= top && x < left + bitmap.width && y < top + bitmap.height,
  );
  probe ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!tile || !probe) return null;
  probe.drawImage(tile.bitmap, x - tile.x, y - tile.y, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
