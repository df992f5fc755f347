import { createStore } from 'zustand/vanilla';
import type { ModelKind } from '../../contract/model-kind.ts';
import { createEngine } from '../../engine/client.ts';
import { connect } from '../../engine/connection.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { EncodeTimes } from '../../engine/encode-times.ts';
import { type EnginePhase, OFF, type Engine as PageEngine } from '../../engine/engine.ts';
import type { EngineProblem, NoEmbedding, Outcome } from '../../engine/protocol.ts';
import { createPhotoLoader, type PhotoLoader } from '../../photo/client.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import type { PhotoProblem } from '../../photo/protocol.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import { loadRestOfWords } from '../../words/words.ts';
import type { EngineOptions } from '../api.ts';
import { RobustSamError } from '../errors.ts';
import type { Runner, Seen } from '../runner.ts';
import { fetchPhoto, fileOf } from '../sources.ts';
import { folderUrl, ownFolder, startWorker } from './workers.ts';

/** A page that embeds this keeps its own storage to itself. */
const NO_TIMES: EncodeTimes = { expected: () => null, remember() {} };

/** The engine of the app, with its workers, started. Rejects with a RobustSamError, or the signal's reason. */
export async function startRunner(options: EngineOptions): Promise<Runner> {
  const filesUrl = options.filesUrl ? folderUrl(options.filesUrl, location.href) : ownFolder();
  const photos = createPhotoLoader(() => startWorker(filesUrl, 'photo-worker.js'));
  const engine = createEngine({
    status: createStore(() => OFF),
    selfTestBaseUrl: new URL('selftest/', filesUrl).href,
    threads: options.threads ?? null,
    failParity: [],
    keepsOnDisk: false,
    times: NO_TIMES,
    connect: () => connect(() => startWorker(filesUrl, 'engine-worker.js')),
  });
  const close = async () => {
    engine.dispose();
    photos.dispose();
  };
  try {
    await start(engine, filesUrl, options);
  } catch (error) {
    await close();
    throw error;
  }
  const { backend, set, kinds } = engine.status.getState();
  return {
    backend: backend ?? 'wasm-single',
    setId: set?.id ?? '',
    models: kinds,
    close,
    ...answersOf(engine, photos),
  };
}

async function start(
  engine: PageEngine,
  filesUrl: string,
  { modelUrl, backend = 'auto', signal, onProgress = () => {} }: EngineOptions,
): Promise<void> {
  signal?.throwIfAborted();
  const baseUrl = modelUrl ? folderUrl(modelUrl, location.href) : new URL('models/', filesUrl).href;
  const stopHearing = engine.status.subscribe(({ phase }) => tellProgress(phase, onProgress));
  const abort = () => engine.dispose();
  signal?.addEventListener('abort', abort, { once: true });
  await engine.start(backend, { kind: 'bundled', baseUrl });
  signal?.removeEventListener('abort', abort);
  stopHearing();
  signal?.throwIfAborted();
  const { phase } = engine.status.getState();
  if (phase.kind === 'failed') throw await startError(phase.problem, filesUrl);
}

function tellProgress(phase: EnginePhase, tell: NonNullable<EngineOptions['onProgress']>): void {
  if (phase.kind === 'loading') {
    const { loadedBytes, totalBytes } = phase;
    tell({ phase: 'loading', loadedBytes, totalBytes });
  } else if (phase.kind === 'checking' || phase.kind === 'warming') tell({ phase: phase.kind });
}

async function startError(problem: EngineProblem, filesUrl: string): Promise<RobustSamError> {
  if (problem.kind !== 'worker-died') return engineError(problem);
  return new RobustSamError(
    'files',
    `The engine's worker did not start. Its script is expected in ${filesUrl}: if the package's files lie elsewhere, say so with filesUrl.`,
  );
}

const FILES_MISSING = new Set<string>(['missing-file', 'corrupt-file']);

async function engineError(problem: EngineProblem | NoEmbedding): Promise<RobustSamError> {
  if (problem.kind === 'no-embedding') {
    return new RobustSamError('model', 'The photo could not be encoded again.');
  }
  await loadRestOfWords();
  const code = FILES_MISSING.has(problem.kind) ? 'files' : 'model';
  return new RobustSamError(code, describeEngineProblem(problem), { cause: problem });
}

async function photoError(problem: PhotoProblem): Promise<RobustSamError> {
  await loadRestOfWords();
  return new RobustSamError('photo', describePhotoProblem(problem), { cause: problem });
}

async function answerOf<T>(outcome: Outcome<T, NoEmbedding>): Promise<T> {
  if (outcome.ok) return outcome.value;
  throw await engineError(outcome.problem);
}

function answersOf(
  engine: PageEngine,
  photos: PhotoLoader,
): Pick<Runner, 'read' | 'encode' | 'decode' | 'everything'> {
  async function encode(seen: Seen, model: ModelKind, signal: AbortSignal): Promise<void> {
    await answerOf(await engine.encode(signal, { ...seenAs(seen, model), ...pixelsOf(seen) }));
  }

  /** Embeddings of photos that nobody asked about for long are gone: those are encoded once more. */
  async function embedded<T>(
    seen: Seen,
    model: ModelKind,
    signal: AbortSignal,
    ask: () => Promise<Outcome<T, NoEmbedding>>,
  ): Promise<T> {
    const outcome = await ask();
    if (outcome.ok || outcome.problem.kind !== 'no-embedding') return answerOf(outcome);
    await encode(seen, model, signal);
    return answerOf(await ask());
  }

  return {
    encode,
    async read(source, signal) {
      const file = await fileOf(source, (url) => fetchPhoto(new URL(url, location.href), signal));
      const probed = await photos.probe(file, signal);
      if (!probed.ok) throw await photoError(probed.problem);
      const read = await photos.modelImage(file, true, signal);
      if (!read.ok) throw await photoError(read.problem);
      const { size, image, report } = read;
      if (!report) throw new RobustSamError('photo', 'The photo was not measured.');
      return { id: probed.facts.id, size, image, report, isClear: isClearPhoto(report), file };
    },
    decode: (seen, model, prompt, signal) =>
      embedded(seen, model, signal, () =>
        engine.decode(signal, { photoId: seen.id, model, prompt }),
      ),
    everything: (seen, model, options, { signal, onProgress }) =>
      embedded(seen, model, signal, () =>
        engine.everything(
          signal,
          { ...seenAs(seen, model), options },
          {
            onProgress,
            async readCrop(box) {
              const crop = await photos.crop(seen.file, box, signal);
              return crop.ok ? crop.image : null;
            },
          },
        ),
      ),
  };
}

function seenAs({ id, size }: Seen, model: ModelKind) {
  return { photoId: id, photoSize: size, model };
}

function pixelsOf({ image, isClear }: Seen) {
  return { image, isClear };
}
