import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { listSamples } from '../golden/samples.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { expect, test } from '../pages/test.ts';

const SAMPLE = 'coffee';
/** The software adapter takes minutes for one encode. */
const MINUTES = 60_000;

test('on WebGPU the masks are the ones the model gives natively', async ({ app, page }) => {
  await app.open({ backend: 'webgpu-fp32' });
  await app.until((facts) => facts.phase === 'ready' || facts.phase === 'failed', 12 * MINUTES);
  expect((await app.facts()).backend).toBe('webgpu-fp32');
  const isSoftware = await page.evaluate(async () => {
    const adapter = await navigator.gpu.requestAdapter();
    return adapter?.info.architecture === 'swiftshader';
  });
  const samples = listSamples().filter(({ id }) => !isSoftware || id === SAMPLE);
  for (const { id, title } of samples) {
    await app.startSample(title);
    await app.untilReady(12 * MINUTES);
    await expectNativeMasks(app, id);
  }
  expect((await app.facts()).backend).toBe('webgpu-fp32');
});

async function expectNativeMasks(app: AnnotatorPage, id: string): Promise<void> {
  const { photo, masks } = readAnswers(id);
  for (const [name, prompt] of Object.entries(readPrompts()[id] ?? {})) {
    await app.enter(prompt);
    const iou = maskIou(await app.modelMask(), unpackMask(masks.robust[name] ?? '', photo));
    expect(iou, `${id}, ${name}`).toBeGreaterThanOrEqual(0.98);
    await app.press('Escape');
  }
}
