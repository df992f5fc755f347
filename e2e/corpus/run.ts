import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import { build, type Plugin, preview } from 'vite';
import { RESPONSE_HEADERS } from '../../src/security/headers.ts';
import { launchOptions } from '../browser/launch.ts';
import { filesIn } from './files-in.ts';
import { LABEL_FILES, reportLabelSets } from './label-sets.ts';
import type { Comparison } from './page/main.ts';

const PAGE = join(import.meta.dirname, 'page');
const OUT = join(import.meta.dirname, '..', 'out', 'corpus');
/** Above it two pictures are not the same: rounding of colours stays far below. */
const SAME = 1;
const FILES = '/files/';
/** A file that takes longer is given up. */
const MOST_MILLISECONDS = 60_000;

type Verdict =
  | 'same'
  | 'differs'
  | 'wrong size listed'
  | 'only here'
  | 'only the browser'
  | 'neither';

/** Decodes every file of a folder as the app does, and compares with the browser's own picture. */
async function compareAll(folder: string): Promise<void> {
  const paths = filesIn(folder).filter((path) => !LABEL_FILES.test(path));
  if (paths.length === 0) return;
  const server = await serve(paths);
  const browser = await chromium.launch(launchOptions({ webgpu: false }));
  const page = await browser.newPage();
  await page.goto(server.url);
  const counts = new Map<Verdict, number>();
  const reasons = new Map<string, number>();
  for (const [i, path] of paths.entries()) {
    const asked = page.evaluate((url) => window.compare(url), `${FILES}${i}`);
    const comparison = await Promise.race([asked, givenUp()]);
    const verdict = verdictOf(comparison);
    add(counts, verdict);
    if (comparison.problem) add(reasons, comparison.problem);
    console.log([verdict.padEnd(18), relative(folder, path), lineOf(comparison)].join('  '));
  }
  await browser.close();
  await server.close();
  console.table(Object.fromEntries(counts));
  if (reasons.size > 0) console.table(Object.fromEntries(reasons));
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function givenUp(): Promise<Comparison> {
  await new Promise((resolve) => setTimeout(resolve, MOST_MILLISECONDS).unref());
  const none = { listed: null, ours: null, theirs: null, difference: null };
  return { ...none, problem: 'took too long', milliseconds: MOST_MILLISECONDS };
}

function verdictOf({ listed, ours, theirs, difference }: Comparison): Verdict {
  if (ours && (listed?.width !== ours.width || listed.height !== ours.height)) {
    return 'wrong size listed';
  }
  if (ours && theirs) return difference !== null && difference <= SAME ? 'same' : 'differs';
  if (ours) return 'only here';
  return theirs ? 'only the browser' : 'neither';
}

function lineOf({ ours, theirs, problem, difference, milliseconds }: Comparison): string {
  const sizes = [ours, theirs].map((size) => (size ? `${size.width}x${size.height}` : '-'));
  const by = difference === null ? '' : `differ by ${difference.toFixed(2)}`;
  return [...sizes, `${milliseconds.toFixed(0)} ms`, by, problem ?? ''].join('  ');
}

/** The page, built as the app is and bound by the same headers; the files by their numbers. */
async function serve(paths: readonly string[]) {
  await build({
    configFile: false,
    root: PAGE,
    build: { outDir: OUT, emptyOutDir: true, target: 'es2023' },
    worker: { format: 'es' },
    logLevel: 'warn',
  });
  const server = await preview({
    configFile: false,
    root: PAGE,
    build: { outDir: OUT },
    plugins: [filesPlugin(paths)],
    preview: { host: '127.0.0.1', port: 0, headers: RESPONSE_HEADERS },
    logLevel: 'warn',
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function filesPlugin(paths: readonly string[]): Plugin {
  return {
    name: 'corpus-files',
    configurePreviewServer({ middlewares }) {
      middlewares.use(FILES, (request, response) => {
        const path = paths[Number(request.url?.slice(1))];
        if (path) createReadStream(path).pipe(response);
        else response.writeHead(404).end();
      });
    },
  };
}

const [, , folder] = process.argv;
if (!folder) throw new Error('which folder? npm run corpus -- DIR');
await compareAll(folder);
await reportLabelSets(folder);
