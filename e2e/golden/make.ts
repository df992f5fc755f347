import type { ModelKind } from '../../src/contract/model-kind.ts';
import { maskArea } from '../../src/mask/measure.ts';
import { packMask, readPrompts, writeAnswers } from './answers.ts';
import { everythingOnSample, writeEverything } from './everything.ts';
import { openReferenceModel } from './model.ts';
import { readModelImage } from './model-image.ts';
import { listSamples, samplePath } from './samples.ts';

/** Runs every sample and its fixed prompts natively and writes what the browser has to agree with. */
async function makeGoldenAnswers(): Promise<void> {
  const model = await openReferenceModel();
  const prompts = readPrompts();
  for (const sample of listSamples()) {
    const { photo, image, isClear } = await readModelImage(samplePath(sample));
    const embedding = await model.encode(image, isClear);
    const answer = async (kind: ModelKind) => {
      const masks: Record<string, string> = {};
      for (const [name, prompt] of Object.entries(prompts[sample.id] ?? {})) {
        const mask = await model.decode(kind, embedding, prompt, photo);
        const share = maskArea(mask) / (photo.width * photo.height);
        console.log(`${sample.id}, ${kind}, ${name}: ${(100 * share).toFixed(1)} % of the photo`);
        masks[name] = packMask(mask);
      }
      return masks;
    };
    const masks = { robust: await answer('robust'), plain: await answer('plain') };
    writeAnswers(sample.id, { model: model.id, photo, masks });
  }
  writeEverything(await everythingOnSample(model));
}

await makeGoldenAnswers();
