import { maskIou } from '../../src/mask/measure.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { expect, test } from '../pages/test.ts';

const SAMPLE = { id: 'coffee', title: 'Coffee' };
/** The software adapter takes minutes for one encode. */
const MINUTES = 60_000;

test('on WebGPU the masks are the ones the model gives natively', async ({ app }) => {
  await app.open({ backend: 'webgpu-fp32' });
  await app.until((facts) => facts.phase === 'ready' || facts.phase === 'failed', 12 * MINUTES);
  expect((await app.facts()).backend).toBe('webgpu-fp32');
  await app.startSample(SAMPLE.title);
  await app.untilReady(12 * MINUTES);
  const { photo, masks } = readAnswers(SAMPLE.id);
  for (const [name, prompt] of Object.entries(readPrompts()[SAMPLE.id] ?? {})) {
    await app.enter(prompt);
    const iou = maskIou(await app.mask(), unpackMask(masks.robust[name] ?? '', photo));
    expect(iou, name).toBeGreaterThanOrEqual(0.98);
    await app.press('Escape');
  }
  expect((await app.facts()).backend).toBe('webgpu-fp32');
});
