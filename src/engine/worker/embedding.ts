import type { Tensor } from 'onnxruntime-web';
import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { Runtime } from './runtime.ts';

/** What the encoder saw of a photo, and the sizes a prompt needs to be placed on it. */
export interface Embedding {
  readonly key: string;
  /** float32 [1, 256, 64, 64]. */
  readonly data: Float32Array;
  readonly photo: Size;
  /** The photo's part of the model's square input. */
  readonly input: Size;
}

/** The tensor of an embedding for the decoder; the one used last is kept. */
export type LoadEmbedding = (embedding: Embedding) => Promise<Tensor>;

const SHAPE = contract.graphs.encoder.outputs.image_embedding.shape;
export const EMBEDDING_LENGTH = SHAPE.reduce((product, side) => product * side, 1);

/**
 * On WebGPU an embedding is uploaded once (4 MiB) and stays on the GPU for every click on its
 * photo. The encoder's own output buffer is not kept: it belongs to a session that may be released.
 */
export function createEmbeddingLoader(runtime: Runtime): LoadEmbedding {
  let loaded: { readonly key: string; readonly tensor: Tensor } | null = null;
  return async ({ key, data }) => {
    if (loaded?.key === key) return loaded.tensor;
    loaded?.tensor.dispose();
    loaded = null;
    const tensor = await toTensor(runtime, data);
    loaded = { key, tensor };
    return tensor;
  };
}

/** GPUBufferUsage: TypeScript's library has the type and not the constants. */
const [COPY_SRC, COPY_DST, STORAGE] = [0x04, 0x08, 0x80];

/** float32 [1, 256, 64, 64], on the GPU where the decoder runs there. */
export async function toTensor({ ort, provider }: Runtime, data: Float32Array): Promise<Tensor> {
  if (provider === 'wasm') return new ort.Tensor('float32', data, SHAPE);
  const device = await ort.env.webgpu.device;
  const buffer = device.createBuffer({
    size: data.byteLength,
    usage: STORAGE | COPY_SRC | COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, data as Float32Array<ArrayBuffer>);
  return ort.Tensor.fromGpuBuffer(buffer, {
    dataType: 'float32',
    dims: SHAPE,
    dispose: () => buffer.destroy(),
  });
}
