import type { Tensor } from 'onnxruntime-web';
import type { OutputName } from '../../contract/contract.ts';
import type { EncodeRequest } from '../protocol.ts';
import type { Embedding, LoadedEmbedding } from './embedding.ts';
import { preprocess } from './preprocess.ts';
import type { Runtime } from './runtime.ts';
import type { Sessions } from './sessions.ts';

/** Runs the image encoder on a photo. The result is on the CPU, and on WebGPU on the GPU too. */
export async function encodePhoto(
  { ort }: Runtime,
  sessions: Sessions,
  loaded: LoadedEmbedding,
  key: string,
  { image, photoSize }: EncodeRequest,
): Promise<Embedding> {
  const { session, input } = await sessions.encoderFor(image.size);
  const pixels = preprocess(image, input);
  const feeds = { image: new ort.Tensor('float32', pixels, [1, 3, input.height, input.width]) };
  const outputs = (await session.run(feeds)) as Record<OutputName<'encoder'>, Tensor>;
  const tensor = outputs.image_embedding;
  const data = (await tensor.getData()) as Float32Array;
  loaded.keep(key, tensor);
  return { key, data, photo: photoSize, input: image.size };
}
