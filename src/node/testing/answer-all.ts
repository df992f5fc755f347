import { text } from 'node:stream/consumers';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { EverythingOptions } from '../../engine/everything.ts';
import { compressCounts } from '../../formats/coco/rle.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { computingOn } from '../engine/computing.ts';
import { openEngine } from '../engine/engine.ts';
import { maskOf } from '../engine/mask-of.ts';
import { readPhoto } from '../engine/photo.ts';

/** What the standard input asks, as JSON; masks are answered as runs, compressed. */
interface Questions {
  readonly prompts: readonly {
    readonly path: string;
    readonly model: ModelKind;
    readonly prompt: Prompt;
  }[];
  readonly everything: {
    readonly path: string;
    readonly model: ModelKind;
    readonly options: EverythingOptions;
  };
}

/** In a process of its own, for tests that are compiled for a page. */
async function answerAll(): Promise<void> {
  const { prompts, everything }: Questions = JSON.parse(await text(process.stdin));
  const engine = await openEngine(computingOn('cpu', 2));
  const asked: string[] = [];
  for (const { path, model, prompt } of prompts) {
    const mask = maskOf(await engine.ask(await readPhoto(path), model, prompt), true);
    asked.push(compressCounts(mask.runs));
  }
  const photo = await readPhoto(everything.path);
  const found = await engine.findEverything(photo, everything.model, everything.options);
  const unasked = found.map(({ mask }) => compressCounts(mask.runs));
  process.stdout.write(JSON.stringify({ prompts: asked, everything: unasked }));
}

await answerAll();
