import { join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { ImagePoint, Size } from '../../src/geometry/spaces.ts';
import { maskFromBitmap } from '../../src/mask/bitmap.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { createRandom, type Ids, idsIn, labelledPhotos } from './labelled-photos.ts';

/** Many photos side by side as one large one, with objects that are small in it. */
export interface ZoomScene {
  readonly canvas: Canvas;
  readonly truths: readonly Mask[];
}

const SIDE = 4;
const TILE: Size = { width: 512, height: 400 };
const SIZE: Size = { width: SIDE * TILE.width, height: SIDE * TILE.height };
/** Pixels, and a share of the scene: what is larger isn't small. */
const [LEAST, MOST] = [150, 0.02];

/** The same scenes for the same seed. */
export function createScenes(list: string, seed: number): () => Promise<ZoomScene> {
  const random = createRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const photos = labelledPhotos(list);

  async function addTile(canvas: Canvas, corner: ImagePoint): Promise<Mask | null> {
    const { image, mask } = pick(photos);
    const folder = join(list, '..');
    const context = canvas.getContext('2d');
    context.save();
    context.beginPath();
    context.rect(corner.x, corner.y, TILE.width, TILE.height);
    context.clip();
    context.drawImage(await loadImage(join(folder, image)), corner.x, corner.y);
    context.restore();
    return truthOf(await idsIn(join(folder, mask)), corner, pick);
  }

  return async () => {
    const canvas = createCanvas(SIZE.width, SIZE.height);
    const truths: Mask[] = [];
    for (let i = 0; i < SIDE * SIDE; i++) {
      const corner = { x: (i % SIDE) * TILE.width, y: Math.floor(i / SIDE) * TILE.height };
      const truth = await addTile(canvas, corner);
      if (truth) truths.push(truth);
    }
    return { canvas, truths };
  };
}

/** One object of a tile; null when it is not small, or cut off by the tile. */
function truthOf(
  { size, ids }: Ids,
  corner: ImagePoint,
  pick: <T>(from: readonly T[]) => T,
): Mask | null {
  const id = pick([...new Set(ids)].filter((one) => one > 0));
  const bitmap = new Uint8Array(SIZE.width * SIZE.height);
  let area = 0;
  for (const [i, one] of ids.entries()) {
    if (one !== id) continue;
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    if (x >= TILE.width || y >= TILE.height) return null;
    bitmap[(corner.y + y) * SIZE.width + corner.x + x] = 1;
    area++;
  }
  return area < LEAST || area > MOST * bitmap.length ? null : maskFromBitmap(bitmap, SIZE);
}
