import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';
import { readPrompts } from '../golden/answers.ts';
import { listSamples } from '../golden/samples.ts';
import { peakBytes, rendererIds } from './memory.ts';
import { painted } from './painted.ts';
import { measurePanning } from './panning.ts';
import { printReport, type Report, type SubjectReport } from './report.ts';
import { type BenchServer, ROOT, serveApp, servePeer } from './servers.ts';
import { summarise } from './statistics.ts';
import { app, type BenchPhoto, peer, type Subject } from './subjects.ts';

const THREADS = 2;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);

/** One side with its page open. */
interface Runner {
  readonly subject: Subject;
  readonly page: Page;
  readonly processes: readonly number[];
  readonly coldStart: number;
  readonly warmStart: number;
  readonly fetchedBytes: number;
  readonly encode: number[];
  readonly open: number[];
  readonly firstClick: number[];
  readonly nextClick: number[];
}

/** Both on wasm with the same threads and photos, in one browser, turn about. */
async function runBench(): Promise<void> {
  const servers = { app: await serveApp(), peer: await servePeer() };
  const browser = await chromium.launch(launchOptions({ webgpu: false }));
  const runners = [
    await startRunner(browser, app, servers.app),
    await startRunner(browser, peer, servers.peer),
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (const photo of benchPhotos()) {
      for (const runner of runners) await measure(runner, photo);
    }
  }
  const [ours, theirs] = runners.map(reportOf) as [SubjectReport, SubjectReport];
  const panning = await measurePanning((runners[0] as Runner).page);
  const report: Report = { threads: THREADS, rounds: ROUNDS, app: ours, peer: theirs, panning };
  await browser.close();
  await Promise.all([servers.app.close(), servers.peer.close()]);
  printReport(report);
  save(report);
}

/** The clicks of the golden prompts with several points. */
function benchPhotos(): BenchPhoto[] {
  const prompts = readPrompts();
  return listSamples().map(({ id, file }) => {
    const steps = prompts[id]?.['three points'] ?? [];
    const clicks = steps.flatMap((step) =>
      step.kind === 'point' ? [{ ...step.at, label: step.label }] : [],
    );
    return { id, file, clicks };
  });
}

/** A cold start in a fresh profile, then a warm one beside it; the second page stays. */
async function startRunner(
  browser: Browser,
  subject: Subject,
  server: BenchServer,
): Promise<Runner> {
  // Taken first: the page may get a spare process that Chromium starts along the way.
  const before = await rendererIds(browser);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx names the functions that it sends to the page, by a helper that only exists here.
  await context.addInitScript('globalThis.__name = (named) => named;');
  await context.addInitScript(`window.painted = ${painted};`);
  const cold = await context.newPage();
  const coldStart = await subject.start(cold, server.url, THREADS);
  const fetchedBytes = server.sentBytes();
  await cold.close();
  const page = await context.newPage();
  const warmStart = await subject.start(page, server.url, THREADS);
  const processes = [...(await rendererIds(browser))].filter((id) => !before.has(id));
  const samples = { encode: [], open: [], firstClick: [], nextClick: [] };
  return { subject, page, processes, coldStart, warmStart, fetchedBytes, ...samples };
}

async function measure(runner: Runner, photo: BenchPhoto): Promise<void> {
  const { subject, page } = runner;
  await page.bringToFront();
  const { encode, open } = await subject.encode(page, photo);
  runner.encode.push(encode);
  runner.open.push(open);
  for (const [i, click] of photo.clicks.entries()) {
    const milliseconds = await subject.click(page, click);
    (i === 0 ? runner.firstClick : runner.nextClick).push(milliseconds);
  }
}

function reportOf(runner: Runner): SubjectReport {
  const { coldStart, warmStart, fetchedBytes } = runner;
  return {
    coldStart,
    warmStart,
    fetchedBytes,
    peakMemoryBytes: peakBytes(runner.processes),
    encode: summarise(runner.encode),
    open: summarise(runner.open),
    firstClick: summarise(runner.firstClick),
    nextClick: summarise(runner.nextClick),
  };
}

function save(report: Report): void {
  const folder = join(ROOT, 'e2e', 'out');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}

await runBench();
