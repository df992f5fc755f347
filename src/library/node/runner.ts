import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describeEngineProblem } from '../../engine/describe.ts';
import { FileProblemError } from '../../models/file-problem.ts';
import { computingOn } from '../../node/engine/computing.ts';
import { type Engine, openEngine } from '../../node/engine/engine.ts';
import { openFile, readPhotoFile } from '../../node/engine/photo.ts';
import { Failure } from '../../node/failure.ts';
import { loadRestOfWords } from '../../words/words.ts';
import type { EngineOptions } from '../api.ts';
import { type ErrorCode, RobustSamError } from '../errors.ts';
import type { Runner } from '../runner.ts';
import { fetchPhoto, fileOf } from '../sources.ts';
import { openSet, setFolder } from './set-files.ts';

/** More threads than this make a model of this size no faster. */
const MOST_THREADS = 8;

/** The engine of the command `robustsam`. Rejects with a RobustSamError, or the signal's reason. */
export async function startRunner(options: EngineOptions): Promise<Runner> {
  const { modelUrl, threads = Math.min(availableParallelism(), MOST_THREADS), signal } = options;
  signal?.throwIfAborted();
  const engine = await told('model', async () => {
    const read = await openSet(setFolder(modelUrl), options);
    return openEngine(computingOn('cpu', threads), read);
  });
  return {
    backend: 'native',
    setId: engine.setId,
    models: engine.kinds,
    close: engine.close,
    ...answersOf(engine),
  };
}

function answersOf(engine: Engine): Pick<Runner, 'read' | 'encode' | 'decode' | 'everything'> {
  return {
    read: (source, signal) =>
      told('photo', async () => {
        const name = typeof source === 'string' ? source : 'photo';
        return readPhotoFile(name, await fileOf(source, (address) => open(address, signal)));
      }),
    encode: (seen, model) => told('model', () => engine.encode(seen, model)),
    decode: (seen, model, prompt) => told('model', () => engine.ask(seen, model, prompt)),
    everything: (seen, model, options, listener) =>
      told('model', () =>
        engine.findEverything({ ...seen, path: 'photo' }, model, options, listener),
      ),
  };
}

/** A path, or an address of a file or a server. */
function open(address: string | URL, signal: AbortSignal): Promise<Blob> {
  if (typeof address === 'string' && !/^(https?|file):/.test(address)) return openFile(address);
  const url = new URL(address);
  return url.protocol === 'file:' ? openFile(fileURLToPath(url)) : fetchPhoto(url, signal);
}

/** What the command and the app say of it, as this package's error. */
async function told<T>(code: ErrorCode, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw new RobustSamError(code, error.message, { cause: error });
    if (!(error instanceof FileProblemError)) throw error;
    await loadRestOfWords();
    const said = describeEngineProblem(error.problem);
    throw new RobustSamError('files', said, { cause: error.problem });
  }
}
