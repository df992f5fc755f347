import { readAnswers, readPrompts, unpackMask } from '../../../e2e/golden/answers.ts';
import { listSamples, samplePath } from '../../../e2e/golden/samples.ts';
import { MODEL_KINDS } from '../../contract/model-kind.ts';
import { maskIou } from '../../mask/measure.ts';
import { openEngine } from '../engine/engine.ts';
import { maskOf } from '../engine/mask-of.ts';
import { readPhoto } from '../engine/photo.ts';

/** Prints the IoU of each of the command's masks with the golden one, by what was asked. */
async function printGoldenIous(): Promise<void> {
  const engine = await openEngine({ threads: 2 });
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
  process.stdout.write(JSON.stringify(ious));
}

await printGoldenIous();
