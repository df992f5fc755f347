import type { Tensor } from 'onnxruntime-web';
import { type EncodeSteps, encodeLaps, type Laps } from '../laps.ts';
import type { EncodeRequest } from '../protocol.ts';
import type { Embedding, ImageTensor } from './embedding.ts';
import { floatsOf } from './floats.ts';
import { toHalves } from './halves.ts';
import { preprocess } from './preprocess.ts';
import type { Runtime } from './runtime.ts';
import type { OpenView, Sessions } from './sessions.ts';

/** How something is seen, and the key of what is seen. */
export interface Place {
  readonly view: OpenView;
  readonly key: string;
}

/** Runs a view's encoder on a photo, and keeps what those need who have the view. */
export async function encodePhoto(
  { ort }: Runtime,
  sessions: Sessions,
  { view, key }: Place,
  { image, photoSize }: Pick<EncodeRequest, 'image' | 'photoSize'>,
  laps: Laps<EncodeSteps> = encodeLaps(),
): Promise<Embedding> {
  const { session, file } = await sessions.encoderFor(view, image.size);
  const { input } = file;
  const pixels = preprocess(image, input);
  const feeds = { image: new ort.Tensor('float32', pixels, [1, 3, input.height, input.width]) };
  laps.end('prepare');
  const outputs = await session.run(feeds);
  laps.end('encoder');
  const tensors = new Map(
    await Promise.all(
      view.tensors.map(async (name) => [name, await imageTensor(outputs[name])] as const),
    ),
  );
  laps.end('read');
  return { key, tensors, photo: photoSize, input: image.size };
}

async function imageTensor(tensor: Tensor | undefined): Promise<ImageTensor> {
  if (!tensor) throw new RangeError('an output of the encoder is missing');
  return { halves: toHalves(await floatsOf(tensor)), shape: tensor.dims };
}
