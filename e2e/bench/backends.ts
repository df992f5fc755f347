import { chromium, type Page } from '@playwright/test';
import { BACKENDS, type Backend } from '../../src/engine/protocol.ts';
import { maskIou } from '../../src/mask/measure.ts';
import { launchOptions } from '../browser/launch.ts';
import { readAnswers, readPrompts, unpackMask } from '../golden/answers.ts';
import { listSamples } from '../golden/samples.ts';
import { readFacts, readModelMask } from '../pages/facts.ts';
import { painted } from './painted.ts';
import { serveApp } from './servers.ts';
import { summarise } from './statistics.ts';
import { app, startApp } from './subjects.ts';

/**
 * The samples on each backend of this machine: how long they take, and whether the masks are the native ones.
 *   npm run bench:backends [-- webgpu-fp32 wasm-threads ...]
 */
const MODELS = ['plain', 'robust'] as const;

interface Measured {
  readonly encode: number[];
  readonly click: number[];
  readonly iou: number[];
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BACKENDS.some((known) => known === name));
if (unknown.length > 0) throw new Error(`no backend is called ${unknown}: ${BACKENDS.join(', ')}`);
const server = await serveApp();
const browser = await chromium.launch(launchOptions({ webgpu: true }));
for (const backend of BACKENDS.filter((name) => asked.length === 0 || asked.includes(name))) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // tsx names the functions that it sends to the page, by a helper that only exists here.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(`window.painted = ${painted};`);
  await startApp(page, server.url, backend);
  const facts = await readFacts(page);
  if (facts.backend === backend) print(backend, await describeAdapter(page), await measure(page));
  else console.log(`${backend}: not here,`, facts.rejections.map(({ kind }) => kind).join(', '));
  await page.close();
}
await browser.close();
await server.close();

async function measure(page: Page): Promise<Measured> {
  const measured: Measured = { encode: [], click: [], iou: [] };
  const prompts = readPrompts();
  for (const { id, file } of listSamples()) {
    const { encode } = await app.encode(page, { id, file, clicks: [] });
    measured.encode.push(encode);
    const { photo, masks } = readAnswers(id);
    for (const model of MODELS) {
      for (const [name, prompt] of Object.entries(prompts[id] ?? {})) {
        await app.restart(page, model);
        for (const step of prompt) {
          if (step.kind === 'box')
            await page.evaluate((box) => window.annotator.addBox(box), step.box);
          else measured.click.push(await app.click(page, { ...step.at, label: step.label }));
        }
        const mask = await readModelMask(page);
        const native = unpackMask(masks[model][name] ?? '', photo);
        measured.iou.push(mask ? maskIou(mask, native) : 0);
      }
    }
  }
  return measured;
}

function describeAdapter(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const info = (await navigator.gpu?.requestAdapter())?.info;
    return info ? `${info.vendor} ${info.architecture}`.trim() : 'no adapter';
  });
}

function print(backend: Backend, adapter: string, { encode, click, iou }: Measured): void {
  const [first = Number.NaN, ...later] = encode;
  const times = (name: string, of: readonly number[]) => {
    const { median, p95, count } = summarise(of);
    return `${name} ${median.toFixed(0)} ms (p95 ${p95.toFixed(0)}, ${count})`;
  };
  console.log(
    [
      `${backend}${backend.startsWith('webgpu') ? ` on ${adapter}` : ''}: first encode ${first.toFixed(0)} ms`,
      times('later ones', later),
      times('click to painted mask', click),
      `lowest IoU with the native masks ${Math.min(...iou).toFixed(4)} of ${iou.length}`,
    ].join(', '),
  );
}
