import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';
import { readPrompts } from '../golden/answers.ts';
import { listSamples } from '../golden/samples.ts';
import { measureEditing } from './editing.ts';
import { measureManyObjects } from './many-objects.ts';
import { peakBytes, rendererIds } from './memory.ts';
import { painted } from './painted.ts';
import { measurePanning } from './panning.ts';
import { measureReopening } from './reopening.ts';
import { printReport, type Report, type SubjectReport } from './report.ts';
import { type AllSamples, type Contestant, measureRounds, type Samples } from './rounds.ts';
import { type BenchServer, OUT, serveApp, servePeer } from './servers.ts';
import { measureShapes } from './shapes.ts';
import { medianRatio, summarise } from './statistics.ts';
import { app, type BenchPhoto, peer, type Subject } from './subjects.ts';

const THREADS = 2;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);

interface Runner extends Contestant {
  readonly processes: readonly number[];
  readonly coldStart: number;
  readonly warmStart: number;
  readonly fetchedBytes: number;
}

/** Both on wasm with the same threads and photos, in one browser, turn about. */
async function runBench(): Promise<void> {
  const servers = { app: await serveApp(), peer: await servePeer() };
  const browser = await chromium.launch(launchOptions({ webgpu: false }));
  const runners = {
    app: await startRunner(browser, app, servers.app),
    peer: await startRunner(browser, peer, servers.peer),
  };
  const samples = await measureRounds(runners.app, runners.peer, benchPhotos(), ROUNDS);
  const shapes = await measureShapes(runners.app, runners.peer);
  const measured = {
    threads: THREADS,
    rounds: ROUNDS,
    app: reportOf(runners.app, samples.app),
    peer: reportOf(runners.peer, samples.peer),
    ...compared(samples),
    shapes,
  };
  const { page } = runners.app;
  const panning = await measurePanning(browser, page);
  const editing = await measureEditing(browser, page);
  const manyObjects = await measureManyObjects(page);
  await browser.close();
  const reopening = await measureReopening(servers.app.url, THREADS, benchPhotos());
  const report: Report = { ...measured, panning, editing, manyObjects, reopening };
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

/** A cold start in a fresh profile, then a second visit in the same one; its page stays. */
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
  return { subject, page, processes, coldStart, warmStart, fetchedBytes };
}

function reportOf(
  { coldStart, warmStart, fetchedBytes, processes }: Runner,
  { encode, open, firstClick, nextClick }: Samples,
): SubjectReport {
  return {
    coldStart,
    warmStart,
    fetchedBytes,
    peakMemoryBytes: peakBytes(processes),
    encode: summarise(encode),
    open: summarise(open),
    firstClick: summarise(firstClick),
    nextClick: summarise(nextClick),
  };
}

function compared({ app, robust, peer }: AllSamples): Pick<Report, 'robust' | 'ratios'> {
  return {
    robust: { firstClick: summarise(robust.firstClick), nextClick: summarise(robust.nextClick) },
    ratios: {
      encode: medianRatio(app.encode, peer.encode),
      open: medianRatio(app.open, peer.open),
      firstClick: medianRatio(app.firstClick, peer.firstClick),
      nextClick: medianRatio(app.nextClick, peer.nextClick),
      robust: {
        firstClick: medianRatio(robust.firstClick, peer.firstClick),
        nextClick: medianRatio(robust.nextClick, peer.nextClick),
      },
    },
  };
}

function save(report: Report): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}

await runBench();
