import type { Tensor } from 'onnxruntime-web';
import type { EncodeRequest } from '../protocol.ts';
import type { Embedding, ImageTensor } from './embedding.ts';
import { fromHalves, toHalves } from './halves.ts';
import { preprocess } from './preprocess.ts';
import type { Runtime } from './runtime.ts';
import type { Sessions } from './sessions.ts';

/**
 * Runs the image encoder on a photo, and keeps what those need who see through it, rounded as it will be read from the disk: a
 * photo that is opened again gives the same masks, to the pixel.
 */
export async function encodePhoto(
  { ort }: Runtime,
  sessions: Sessions,
  key: string,
  { image, photoSize, model }: EncodeRequest,
): Promise<Embedding> {
  const { session, file, tensors: names } = await sessions.encoderFor(model, image.size);
  const { input } = file;
  const pixels = preprocess(image, input);
  const feeds = { image: new ort.Tensor('float32', pixels, [1, 3, input.height, input.width]) };
  const outputs = await session.run(feeds);
  const tensors = new Map(
    await Promise.all(
      names.map(async (name) => [name, await imageTensor(outputs[name] as Tensor)] as const),
    ),
  );
  return { key, tensors, photo: photoSize, input: image.size };
}

async function imageTensor(tensor: Tensor): Promise<ImageTensor> {
  const data = (await tensor.getData()) as Float32Array;
  return { data: fromHalves(toHalves(data)), shape: tensor.dims };
}
