import type { Tensor } from 'onnxruntime-web';
import type { InputName, OutputName } from '../../contract/contract.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Size } from '../../geometry/spaces.ts';
import { fromHalves } from './halves.ts';
import type { Runtime } from './runtime.ts';

/** What encoders give and decoders take. */
export type ImageTensorName = OutputName<'encoder'> | OutputName<'robust_encoder'>;

/** In half precision, in memory as on the disk: a photo that is opened again gives the same masks, to the pixel. */
export interface ImageTensor {
  readonly halves: Uint16Array;
  readonly shape: readonly number[];
}

/** What the encoder saw of a photo, and the sizes a prompt needs to be placed on it. */
export interface Embedding {
  readonly key: string;
  /** What those need who see through its encoder. */
  readonly tensors: ReadonlyMap<ImageTensorName, ImageTensor>;
  readonly photo: Size;
  /** The photo's part of the model's square input. */
  readonly input: Size;
}

/** A tensor of an embedding for a decoder, float32; of each name the one used last is kept. */
export type LoadTensor = (embedding: Embedding, name: ImageTensorName) => Promise<Tensor>;

interface TensorLoader {
  readonly load: LoadTensor;
  /** Taken by those that are kept. */
  bytes(): number;
}

type FromImage = ImageTensorName & (InputName<'decoder'> | InputName<'robust_decoder'>);

/** What a decoder takes from the encoder; not all take robust features. */
export const IMAGE_INPUTS: Readonly<Record<ModelKind, readonly FromImage[]>> = {
  robust: ['robust_embedding', 'robust_features'],
  plain: ['image_embedding'],
};

export function bytesOf({ tensors }: Embedding): number {
  return [...tensors.values()].reduce((sum, { halves }) => sum + halves.byteLength, 0);
}

/**
 * A tensor is made of its halves once (2 to 8 MiB), and on WebGPU uploaded once, for every click on its
 * photo. The encoder's own output buffers are not kept: they belong to a session that may be released.
 */
export function createTensorLoader(runtime: Runtime): TensorLoader {
  const loaded = new Map<ImageTensorName, { readonly key: string; readonly tensor: Tensor }>();
  return {
    async load({ key, tensors }, name) {
      const kept = loaded.get(name);
      if (kept?.key === key) return kept.tensor;
      const image = tensors.get(name);
      if (!image) throw new RangeError(`the embedding has no ${name}`);
      kept?.tensor.dispose();
      loaded.delete(name);
      const tensor = await toTensor(runtime, fromHalves(image.halves), image.shape);
      loaded.set(name, { key, tensor });
      return tensor;
    },
    bytes: () =>
      [...loaded.values()].reduce((sum, { tensor }) => sum + tensor.size * FLOAT_BYTES, 0),
  };
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** GPUBufferUsage: TypeScript's library has the type and not the constants. */
const [COPY_SRC, COPY_DST, STORAGE] = [0x04, 0x08, 0x80];

/** On the GPU where the decoder runs there. */
export async function toTensor(
  { ort, provider }: Runtime,
  data: Float32Array<ArrayBuffer>,
  shape: readonly number[],
): Promise<Tensor> {
  if (provider === 'wasm') return new ort.Tensor('float32', data, shape);
  const device = await ort.env.webgpu.device;
  const buffer = device.createBuffer({
    size: data.byteLength,
    usage: STORAGE | COPY_SRC | COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, data);
  return ort.Tensor.fromGpuBuffer(buffer, {
    dataType: 'float32',
    dims: shape,
    dispose: () => buffer.destroy(),
  });
}
