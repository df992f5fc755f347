import { readAnswers, readPrompts, unpackMask } from '../../../e2e/golden/answers.ts';
import {
  EVERYTHING_OPTIONS,
  EVERYTHING_SAMPLE,
  readEverything,
} from '../../../e2e/golden/everything.ts';
import { listSamples, samplePath } from '../../../e2e/golden/samples.ts';
import { MODEL_KINDS } from '../../contract/model-kind.ts';
import { maskIou } from '../../mask/measure.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { maskOf } from '../engine/mask-of.ts';
import { readPhoto } from '../engine/photo.ts';

/** IoU of each of the command's masks with the golden one, by what was asked. */
async function iousOfPrompts(engine: Engine): Promise<Record<string, number>> {
  const prompts = readPrompts();
  const ious: Record<string, number> = {};
  // Model by model, since only one encoder is open at a time.
  for (const kind of MODEL_KINDS) {
    for (const sample of listSamples()) {
      const photo = await readPhoto(samplePath(sample));
      const { masks } = readAnswers(sample.id);
      for (const [name, prompt] of Object.entries(prompts[sample.id] ?? {})) {
        const mask = maskOf(await engine.ask(photo, kind, prompt), true);
        const known = unpackMask(masks[kind][name] ?? '', photo.size);
        ious[`${sample.id}, ${kind}, ${name}`] = maskIou(mask, known);
      }
    }
  }
  return ious;
}

/** For each golden mask the IoU of the found one that is most like it. */
async function iousOfEverything(engine: Engine): Promise<number[]> {
  const sample = listSamples().find(({ id }) => id === EVERYTHING_SAMPLE.id);
  if (!sample) throw new RangeError('the sample is gone');
  const photo = await readPhoto(samplePath(sample));
  const found = await engine.findEverything(photo, 'plain', EVERYTHING_OPTIONS);
  const golden = readEverything();
  return golden.masks.map(({ packed }) => {
    const known = unpackMask(packed, golden.photo);
    return Math.max(0, ...found.map(({ mask }) => maskIou(mask, known)));
  });
}

const engine = await openEngine({ threads: 2 });
const everything = await iousOfEverything(engine);
const prompts = await iousOfPrompts(engine);
process.stdout.write(JSON.stringify({ everything, prompts }));
