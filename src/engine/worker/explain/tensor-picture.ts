import { contract } from '../../../contract/contract.ts';
import type { Size } from '../../../geometry/spaces.ts';
import type { Likeness, TensorPicture } from '../../explained.ts';
import type { ImageTensor } from '../embedding.ts';
import { fromHalves } from '../halves.ts';
import { centre, principalComponents, projection } from './principal.ts';

/** Deviations from the mean that reach the ends of a colour's range. */
const REACH = 2.5;
const COLOURS = 3;

/** A tensor's cells on the photo, one vector of channels after the other. */
interface Cells {
  readonly size: Size;
  readonly channels: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** Sees a tensor [1, C, h, w] over the model's square, by its cells on the photo; `input` is the photo's part of the square. */
export function pictureOf(name: string, tensor: ImageTensor, input: Size): TensorPicture {
  const cells = cellsOf(tensor, input);
  const { size, channels, values } = cells;
  const count = size.width * size.height;
  const mean = new Float32Array(count);
  for (let i = 0; i < values.length; i++) {
    const at = Math.floor(i / channels);
    mean[at] = (mean[at] ?? 0) + (values[i] ?? 0) / channels;
  }
  const vectors = { values, count, channels };
  centre(vectors);
  const { directions, shares } = principalComponents(vectors, COLOURS);
  const components = new Uint8ClampedArray(COLOURS * count);
  directions.forEach((direction, colour) => {
    const reaches = Float32Array.from({ length: count }, (_, i) =>
      projection(vectors, i, direction),
    );
    const deviation = Math.sqrt(reaches.reduce((sum, x) => sum + x * x, 0) / count) || 1;
    reaches.forEach((reach, i) => {
      components[COLOURS * i + colour] = 127.5 + (127.5 * reach) / (REACH * deviation);
    });
  });
  return { name, shape: tensor.shape, size, mean, components, shares };
}

/** Cosine of two tensors of one shape; null where the shapes differ. */
export function likenessOf(
  names: readonly [string, string],
  tensors: readonly [ImageTensor, ImageTensor],
  input: Size,
): Likeness | null {
  if (String(tensors[0].shape) !== String(tensors[1].shape)) return null;
  const [one, other] = [cellsOf(tensors[0], input), cellsOf(tensors[1], input)];
  const { size, channels } = one;
  const cosine = Float32Array.from({ length: size.width * size.height }, (_, cell) => {
    let [product, lengthOfOne, lengthOfOther] = [0, 0, 0];
    for (let i = cell * channels; i < (cell + 1) * channels; i++) {
      const [a, b] = [one.values[i] ?? 0, other.values[i] ?? 0];
      product += a * b;
      lengthOfOne += a * a;
      lengthOfOther += b * b;
    }
    return product / (Math.sqrt(lengthOfOne * lengthOfOther) || 1);
  });
  const mean = cosine.reduce((sum, x) => sum + x, 0) / cosine.length;
  return { names, size, cosine, mean };
}

function cellsOf({ halves, shape }: ImageTensor, input: Size): Cells {
  const [, channels = 1, height = 1, width = 1] = shape;
  const floats = fromHalves(halves);
  const onPhoto = (length: number, cells: number) =>
    Math.min(cells, Math.max(1, Math.ceil((length * cells) / contract.image.size)));
  const size = { width: onPhoto(input.width, width), height: onPhoto(input.height, height) };
  const values = new Float32Array(size.width * size.height * channels);
  for (let c = 0; c < channels; c++)
    for (let y = 0; y < size.height; y++)
      for (let x = 0; x < size.width; x++)
        values[(y * size.width + x) * channels + c] = floats[(c * height + y) * width + x] ?? 0;
  return { size, channels, values };
}
