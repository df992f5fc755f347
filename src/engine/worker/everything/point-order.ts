import { contract } from '../../../contract/contract.ts';
import type { ModelKind } from '../../../contract/model-kind.ts';
import { type Embedding, IMAGE_INPUTS } from '../embedding.ts';
import { fromHalves } from '../halves.ts';
import { gridPoint } from './grid.ts';

/** The points of a grid, those first that tell most. */
export interface PointOrder {
  /** Index of the next one; call it no more often than there are points. */
  next(): number;
}

/** How much two places differ that are as far apart as the longer side, where features differ by 1 - cosine. */
const PLACE_WEIGHT = 1.5;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Farthest-point sampling (Gonzalez 1985): the next point is the one that differs most from all that
 * were asked, in what the encoder sees there and in where it lies. Most objects look unlike what
 * surrounds them, so a sixth of a grid finds nearly all that the whole grid does.
 */
export function spreadPoints(embedding: Embedding, model: ModelKind, perSide: number): PointOrder {
  const { photo } = embedding;
  const longer = Math.max(photo.width, photo.height);
  const places = Array.from({ length: perSide ** 2 }, (_, i) => gridPoint(i, perSide, photo));
  const seen = seenBy(model, embedding);
  const features = places.map((place) => featuresAt(place, seen, embedding));
  const differences = new Float32Array(places.length).fill(Infinity);

  function ask(index: number): number {
    const [at, here] = [places[index], features[index]];
    if (!at || !here) throw new RangeError(`the grid has no point ${index}`);
    for (const [i, other] of features.entries()) {
      const place = places[i] ?? at;
      const apart = Math.hypot(place.x - at.x, place.y - at.y) / longer;
      const difference = 1 - dot(here, other) + PLACE_WEIGHT * apart;
      differences[i] = Math.min(differences[i] ?? 0, difference);
    }
    differences[index] = -Infinity;
    return index;
  }

  const middle = Math.floor(perSide / 2) * (perSide + 1);
  let isFirst = true;
  return {
    next() {
      const index = isFirst ? middle : largestAt(differences);
      isFirst = false;
      return ask(index);
    },
  };
}

/** As SAM asks them: row by row. */
export function pointsInRows(): PointOrder {
  let index = 0;
  return { next: () => index++ };
}

/** Features by channel, row and column. */
interface Features {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

function seenBy(model: ModelKind, { tensors }: Embedding): Features {
  const [name] = IMAGE_INPUTS[model];
  const tensor = name && tensors.get(name);
  if (!tensor) throw new RangeError(`the embedding has no ${name}`);
  return { values: fromHalves(tensor.halves), shape: tensor.shape };
}

/** What the encoder says of the cell that the place lies in, as a vector of length 1. */
function featuresAt(
  { x, y }: Place,
  { values: all, shape }: Features,
  { photo, input }: Embedding,
): Float32Array {
  const [, channels = 0, height = 0, width = 0] = shape;
  const column = cellAt((x / photo.width) * input.width, width);
  const row = cellAt((y / photo.height) * input.height, height);
  const from = row * width + column;
  const values = Float32Array.from(
    { length: channels },
    (_, channel) => all[channel * height * width + from] ?? 0,
  );
  const length = Math.sqrt(dot(values, values)) || 1;
  return values.map((value) => value / length);
}

/** The embedding's `cells` lie side by side on the model's square input, the photo from its corner on. */
function cellAt(inputPixel: number, cells: number): number {
  return Math.min(cells - 1, Math.floor((inputPixel * cells) / contract.image.size));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function largestAt(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}
