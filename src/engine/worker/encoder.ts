import type { Tensor } from 'onnxruntime-web';
import type { OutputName } from '../../contract/contract.ts';
import type { EncodeRequest } from '../protocol.ts';
import type { Embedding } from './embedding.ts';
import { preprocess } from './preprocess.ts';
import type { Runtime } from './runtime.ts';
import type { Sessions } from './sessions.ts';

/** Runs the image encoder on a photo. */
export async function encodePhoto(
  { ort }: Runtime,
  sessions: Sessions,
  key: string,
  { image, photoSize }: EncodeRequest,
): Promise<Embedding> {
  const { session, input } = await sessions.encoderFor(image.size);
  const pixels = preprocess(image, input);
  const feeds = { image: new ort.Tensor('float32', pixels, [1, 3, input.height, input.width]) };
  const outputs = (await session.run(feeds)) as Record<OutputName<'encoder'>, Tensor>;
  const data = (await outputs.image_embedding.getData()) as Float32Array;
  return { key, data, photo: photoSize, input: image.size };
}
