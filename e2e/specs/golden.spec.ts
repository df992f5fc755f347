import { maskIou } from '../../src/mask/measure.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { listSamples } from '../golden/samples.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { expect, test } from '../pages/test.ts';

const prompts = readPrompts();

for (const sample of listSamples()) {
  test(`on ${sample.title} the masks are the ones the model gives natively`, async ({ app }) => {
    await app.open();
    await app.openSample(sample.title);
    const { photo, masks } = readAnswers(sample.id);
    for (const [name, prompt] of Object.entries(prompts[sample.id] ?? {})) {
      await enter(app, prompt);
      const iou = maskIou(await app.mask(), unpackMask(masks[name] ?? '', photo));
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

async function enter(app: AnnotatorPage, prompt: Prompt): Promise<void> {
  for (const step of prompt) {
    if (step.kind === 'box') await app.dragBox(step.box);
    else if (step.label === 'include') await app.click(step.at.x, step.at.y);
    else await app.excludeClick(step.at.x, step.at.y);
  }
}
