import type { FileSpec } from '../../models/load-file.ts';
import {
  type ListedFile,
  MANIFEST_NAME,
  type Manifest,
  parseManifest,
} from '../../models/manifest.ts';
import { fileUrl, type ModelSource } from '../../models/source.ts';
import type {
  ModelSetFacts,
  Precision,
  Started,
  StartOptions,
  StartProgress,
} from '../protocol.ts';
import { checkAdapter } from './adapter.ts';
import { warmUp } from './decoder.ts';
import { fetchFiles, readText } from './files.ts';
import { graphOf, kindsOf, listedFiles, precisionOf, setFiles, traitsOf } from './manifest.ts';
import { checkMemory } from './memory.ts';
import type { Model } from './model.ts';
import { checkParity, fetchSelfTest, parseAnswers, spoil } from './parity.ts';
import { ProblemError } from './problem.ts';
import { loadRuntime, RUNTIME_FILES } from './runtime.ts';
import { openSessions } from './sessions.ts';
import { readGraphs } from './set-graphs.ts';

type OnProgress = (progress: StartProgress) => void;

/**
 * Brings one backend up: what it needs is checked before anything is fetched, and it is trusted
 * only after the self-test. Throws a ProblemError (or what the runtime throws) when it won't do.
 */
export async function startModel(
  options: StartOptions,
  onProgress: OnProgress,
): Promise<{ model: Model; started: Started }> {
  const adapter = await checkBackend(options);
  const provider = options.backend.startsWith('webgpu') ? 'webgpu' : 'wasm';
  const threads = options.backend === 'wasm-threads' ? options.threads : 1;
  const [manifest, test] = await Promise.all([
    readManifest(options.source),
    fetchSelfTest(options.selfTestBaseUrl),
  ]);
  const precision = precisionOf(options.backend, manifest);
  const testGraph = graphOf(test.graphs, precision);
  const files = setFiles(manifest, precision);
  const kinds = kindsOf(files);
  const listed = listedFiles(files);
  checkMemory(sizeOf(listed), precision);
  const download = fetchFiles(
    [
      RUNTIME_FILES[provider].binary,
      ...[test.answers, testGraph].map((file) => specOf(file, selfTestUrl(file.name))),
      ...listed.map((file) => specOf(file, fileUrl(options.source, file.name))),
    ],
    (loadedBytes, totalBytes) => onProgress({ phase: 'loading', loadedBytes, totalBytes }),
  );
  const binary = await download.bytesOf(RUNTIME_FILES[provider].binary.name);
  const runtime = await loadRuntime(provider, threads, binary);
  // The self-test needs little of the download and runs beside the rest of it.
  await Promise.all([testParity(), download.all.then(() => onProgress({ phase: 'checking' }))]);
  const sessions = await openSessions(runtime, await readGraphs(files, download.bytesOf));
  if (options.openAll) await sessions.openAll();
  onProgress({ phase: 'warming' });
  await warmUp(runtime, sessions, kinds[0] ?? 'plain');
  return {
    model: {
      id: manifest.id,
      kinds,
      precision,
      runtime,
      sessions,
      calibration: manifest.calibration,
      ...traitsOf(manifest),
    },
    started: {
      set: factsOf(manifest, listed, precision),
      kinds,
      threads,
      adapter,
    },
  };

  function selfTestUrl(name: string): string {
    return new URL(name, options.selfTestBaseUrl).href;
  }

  async function testParity(): Promise<void> {
    const answers = parseAnswers(await download.bytesOf(test.answers.name));
    const known = options.failParity.includes(options.backend) ? spoil(answers) : answers;
    await checkParity(runtime, precision, await download.bytesOf(testGraph.name), known);
  }
}

/** Throws a FileProblemError when there is no manifest, a ProblemError when it is not one of this version. */
async function readManifest(source: ModelSource): Promise<Manifest> {
  const parsed = parseManifest(await readText(MANIFEST_NAME, fileUrl(source, MANIFEST_NAME)));
  if (parsed.ok) return parsed.manifest;
  throw new ProblemError({ kind: 'corrupt-file', file: MANIFEST_NAME });
}

function factsOf(
  { id, name, provenance, licence, official }: Manifest,
  files: readonly ListedFile[],
  precision: Precision,
): ModelSetFacts {
  const words = { provenance: provenance.summary, licence: licence.spdx };
  const isOfficial = official ?? false;
  return { id, name, bytes: sizeOf(files), precision, isOfficial, ...words };
}

function sizeOf(files: readonly ListedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The adapter in words, null on the CPU. */
async function checkBackend(options: StartOptions): Promise<string | null> {
  const { backend } = options;
  if (backend === 'wasm-threads' && !(self.crossOriginIsolated && options.threads > 1)) {
    throw new ProblemError({ kind: 'no-threads' });
  }
  return backend === 'webgpu-fp16' || backend === 'webgpu-fp32'
    ? checkAdapter(backend, options.allowSoftwareAdapter)
    : null;
}

function specOf({ name, bytes, sha256 }: ListedFile, url: string): FileSpec {
  return { name, url, bytes, sha256 };
}
