import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { listSamples } from '../golden/samples.ts';
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
      const iou = maskIou(await app.mask(), unpackMask(masks.robust[name] ?? '', photo));
      expect(iou, name).toBeGreaterThanOrEqual(0.98);
      await app.press('Escape');
    }
  });
}

test('every sample has golden prompts', () => {
  expect(Object.keys(prompts).toSorted()).toEqual(
    listSamples()
      .map(({ id }) => id)
      .toSorted(),
  );
});
