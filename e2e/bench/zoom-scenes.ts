import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { ImagePoint, Size } from '../../src/geometry/spaces.ts';
import { maskFromBitmap } from '../../src/mask/bitmap.ts';
import type { Mask } from '../../src/mask/mask.ts';

/** A photo of a list in the form of one JSON a line: `image` and `mask` are paths beside the list. */
interface Listed {
  readonly image: string;
  /** Grey, of the photo's size: 0 outside, 1 and on the ids of objects. */
  readonly mask?: string;
  readonly split: string;
}

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
  const lines: Listed[] = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const photos = lines.filter(({ split, mask }) => split === 'val' && mask);

  async function addTile(canvas: Canvas, corner: ImagePoint): Promise<Mask | null> {
    const { image, mask = '' } = pick(photos);
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

interface Ids {
  readonly size: Size;
  readonly ids: Uint8Array;
}

async function idsIn(path: string): Promise<Ids> {
  const picture = await loadImage(path);
  const size = { width: picture.width, height: picture.height };
  const context = createCanvas(size.width, size.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { size, ids: Uint8Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] ?? 0) };
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

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
