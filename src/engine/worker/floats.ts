import type { Tensor } from 'onnxruntime-web';

/** What the model gives is float32, as the contract says. */
export async function floatsOf(tensor: Tensor): Promise<Float32Array> {
  const data = await tensor.getData();
  if (!(data instanceof Float32Array)) throw new TypeError(`an output is ${tensor.type}`);
  return data;
}
