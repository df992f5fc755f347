import type { InferenceSession } from 'onnxruntime-web';
import { describe, expect, test } from 'vitest';
import { contract } from '../../contract/contract.ts';
import { checkContract } from './contract-check.ts';

type Session = Parameters<typeof checkContract>[2];
type Metadata = InferenceSession.TensorValueMetadata;

describe('a session against the contract', () => {
  test('a session that is what the contract says passes', () => {
    expect(checkContract('decoder.onnx', 'decoder', decoder())).toBeNull();
  });

  test('variable dimensions of the file pass, named or not', () => {
    const session = decoder({ low_res_masks: { shape: ['batch', -1, 256, 256] } });
    expect(checkContract('decoder.onnx', 'decoder', session)).toBeNull();
  });

  test('an extra output passes', () => {
    const { outputMetadata, inputMetadata } = decoder();
    const extra = { ...(outputMetadata[0] as Metadata), name: 'extra' };
    const session = { inputMetadata, outputMetadata: [...outputMetadata, extra] };
    expect(checkContract('decoder.onnx', 'decoder', session)).toBeNull();
  });

  test('a wrong shape is named with file, tensor, expected and got', () => {
    const session = decoder({ low_res_masks: { shape: [1, 3, 256, 256] } });
    expect(checkContract('decoder.onnx', 'decoder', session)).toEqual({
      kind: 'contract',
      file: 'decoder.onnx',
      tensor: 'low_res_masks',
      expected: 'float32 [1, 4, 256, 256]',
      got: 'float32 [1, 3, 256, 256]',
    });
  });

  test('a wrong type is found', () => {
    const session = decoder({ point_coords: { type: 'float16' } });
    expect(checkContract('decoder.onnx', 'decoder', session)).toMatchObject({
      tensor: 'point_coords',
      expected: 'float32 [1, points, 2]',
      got: 'float16 [1, points, 2]',
    });
  });

  test('a fixed number of points is too few', () => {
    const session = decoder({ point_labels: { shape: [1, 5] } });
    expect(checkContract('decoder.onnx', 'decoder', session)).toMatchObject({
      tensor: 'point_labels',
      got: 'float32 [1, 5]',
    });
  });

  test('a missing output is found', () => {
    const { inputMetadata, outputMetadata } = decoder();
    const session = { inputMetadata, outputMetadata: outputMetadata.slice(0, 1) };
    expect(checkContract('decoder.onnx', 'decoder', session)).toMatchObject({
      tensor: 'iou_predictions',
      got: 'no-tensor',
    });
  });

  test('an input that nobody would feed is found', () => {
    const { inputMetadata, outputMetadata } = decoder();
    const extra = { ...(inputMetadata[0] as Metadata), name: 'orig_im_size', shape: [2] };
    const session = { inputMetadata: [...inputMetadata, extra], outputMetadata };
    expect(checkContract('decoder.onnx', 'decoder', session)).toMatchObject({
      tensor: 'orig_im_size',
      expected: 'no-input',
      got: 'float32 [2]',
    });
  });

  test('an encoder must take the size that the manifest lists', () => {
    const session = sessionOf('encoder', { image: { shape: [1, 3, 768, 1024] } });
    const square = { height: 1024, width: 1024 };
    expect(
      checkContract('e.onnx', 'encoder', session, { bindings: { height: 768, width: 1024 } }),
    ).toBeNull();
    expect(checkContract('e.onnx', 'encoder', session, { bindings: square })).toMatchObject({
      tensor: 'image',
      expected: 'float32 [1, 3, 1024, 1024]',
      got: 'float32 [1, 3, 768, 1024]',
    });
  });
});

describe('a set without RobustSAM', () => {
  test('needs no tensors for it, and a set with it does', () => {
    const { inputMetadata, outputMetadata } = sessionOf('encoder', {});
    const plain = outputMetadata.filter(({ name }) => name === 'image_embedding');
    const session = { inputMetadata, outputMetadata: plain };
    expect(checkContract('e.onnx', 'encoder', session, { kinds: ['plain'] })).toBeNull();
    expect(checkContract('e.onnx', 'encoder', session)).toMatchObject({
      tensor: 'robust_embedding',
      got: 'no-tensor',
    });
  });

  test('robust features must have the side that the decoder takes', () => {
    const session = sessionOf('encoder', { robust_features: { shape: [1, 32, 256, 256] } });
    const expected = { bindings: { detail: 128 }, has: ['robust_features'] };
    expect(checkContract('e.onnx', 'encoder', session, expected)).toMatchObject({
      tensor: 'robust_features',
      expected: 'float32 [1, 32, 128, 128]',
    });
  });

  test('robust features may be left out where the decoder takes none', () => {
    const without = ({ inputMetadata, outputMetadata }: Session): Session => ({
      inputMetadata: inputMetadata.filter(({ name }) => name !== 'robust_features'),
      outputMetadata: outputMetadata.filter(({ name }) => name !== 'robust_features'),
    });
    for (const graph of ['encoder', 'robust_encoder', 'robust_decoder'] as const) {
      const session = without(sessionOf(graph, {}));
      expect(checkContract('g.onnx', graph, session)).toBeNull();
      const has = { has: ['robust_features'] };
      expect(checkContract('g.onnx', graph, session, has)).toMatchObject({
        tensor: 'robust_features',
        got: 'no-tensor',
      });
    }
  });
});

function decoder(changes: Readonly<Record<string, Partial<Metadata>>> = {}): Session {
  return sessionOf('decoder', changes);
}

/** A session that keeps the contract but for the changes, by tensor. */
function sessionOf(
  graph: keyof typeof contract.graphs,
  changes: Readonly<Record<string, Partial<Metadata>>>,
): Session {
  const { inputs, outputs } = contract.graphs[graph];
  const metadata = (specs: Readonly<Record<string, { shape: readonly (number | string)[] }>>) =>
    Object.entries(specs).map(
      ([name, { shape }]): Metadata => ({
        name,
        isTensor: true,
        type: 'float32',
        shape,
        ...changes[name],
      }),
    );
  return { inputMetadata: metadata(inputs), outputMetadata: metadata(outputs) };
}
