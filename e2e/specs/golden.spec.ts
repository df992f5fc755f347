import { Tensor } from 'onnxruntime-node';
import { IMAGE_INPUTS, type ImageTensor } from '../../src/engine/worker/embedding.ts';
import { readEmbedding, writeEmbedding } from '../../src/engine/worker/embedding-file.ts';
import { fromHalves, toHalves } from '../../src/engine/worker/halves.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { openReferenceModel } from '../golden/model.ts';
import { readModelImage } from '../golden/model-image.ts';
import { listSamples, samplePath } from '../golden/samples.ts';
import { expect, test } from '../pages/test.ts';

const prompts = readPrompts();

for (const sample of listSamples()) {
  test(`on ${sample.title} the masks are the ones the model gives natively`, async ({
    scene: app,
  }) => {
    await app.openSample(sample.title);
    const { photo, masks } = readAnswers(sample.id);
    for (const [name, prompt] of Object.entries(prompts[sample.id] ?? {})) {
      await app.enter(prompt);
      const iou = maskIou(await app.modelMask(), unpackMask(masks.robust[name] ?? '', photo));
      expect(iou, name).toBeGreaterThanOrEqual(0.98);
      await app.press('Escape');
    }
  });
}

test('half precision on disk changes no mask that a person could tell', async () => {
  // A native encode of every sample.
  test.setTimeout(600_000);
  const model = await openReferenceModel();
  for (const sample of listSamples()) {
    const { photo, image, isClear } = await readModelImage(samplePath(sample));
    const fresh = await model.encode(image, isClear);
    const names = Object.values(IMAGE_INPUTS)
      .flat()
      .filter((name) => name in fresh.tensors);
    const tensors = new Map(names.map((name) => [name, toImageTensor(fresh.tensors[name])]));
    const file = await writeEmbedding({ key: sample.id, tensors, photo, input: image.size });
    const kept = await readEmbedding(file, sample.id, names);
    if (!kept) throw new Error('it could not be read back');
    const stored = { input: kept.input, tensors: fromImageTensors(kept.tensors) };
    for (const kind of ['robust', 'plain'] as const) {
      for (const [name, prompt] of Object.entries(prompts[sample.id] ?? {})) {
        const before = await model.decode(kind, fresh, prompt, photo);
        const after = await model.decode(kind, stored, prompt, photo);
        expect(maskIou(before, after), `${sample.id}, ${kind}, ${name}`).toBeGreaterThan(0.999);
      }
    }
  }
});

function toImageTensor(tensor: Tensor | undefined): ImageTensor {
  return { halves: toHalves(tensor?.data as Float32Array), shape: tensor?.dims ?? [] };
}

function fromImageTensors(tensors: ReadonlyMap<string, ImageTensor>): Record<string, Tensor> {
  return Object.fromEntries(
    [...tensors].map(([name, { halves, shape }]) => [name, new Tensor(fromHalves(halves), shape)]),
  );
}

test('every sample has golden prompts', () => {
  expect(Object.keys(prompts).toSorted()).toEqual(
    listSamples()
      .map(({ id }) => id)
      .toSorted(),
  );
});
