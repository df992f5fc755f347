import type { ModelKind } from '../contract/model-kind.ts';
import { EVERYTHING_DEFAULTS, type EverythingOptions, THRESHOLDS } from '../engine/everything.ts';
import type { Decoded } from '../engine/protocol.ts';
import { unlessAborted } from '../threads/unless-aborted.ts';
import type { Answer, CallOptions, EncodeOptions, Engine, FindOptions, Photo } from './api.ts';
import { RobustSamError } from './errors.ts';
import { stepsOf } from './prompt.ts';
import type { Runner, Seen } from './runner.ts';

/** The surface that is the same everywhere, on what runs the model here. */
export function createEngine(runner: Runner): Engine {
  const { backend, setId, models } = runner;
  let isClosed = false;

  /** The work's answer, unless it is ended before. */
  async function ask<T>(
    { signal = NEVER }: CallOptions,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    requireOpen();
    try {
      return await unlessAborted(work(signal), signal, () => {});
    } catch (error) {
      signal.throwIfAborted();
      // What it was doing when it was closed fails in many ways.
      requireOpen(error);
      throw error;
    }
  }

  function requireOpen(cause?: unknown): void {
    if (isClosed) throw new RobustSamError('closed', 'The engine was closed.', { cause });
  }

  function photoOf(seen: Seen, model: ModelKind): Photo {
    const { size, report, isClear } = seen;
    return {
      size,
      model,
      report,
      isClear,
      decode: (prompt, options = {}) =>
        ask(options, async (signal) =>
          answerOf(await runner.decode(seen, model, stepsOf(prompt, size), signal)),
        ),
      everything: ({ onProgress = () => {}, signal, ...options } = {}) =>
        ask({ signal }, (ended) => {
          const whole = wholeOptions(options, model);
          return runner.everything(seen, model, whole, { signal: ended, onProgress });
        }),
    };
  }

  return {
    backend,
    setId,
    models,
    encode: (source, { model = models[0] ?? 'plain', ...options }: EncodeOptions = {}) =>
      ask(options, async (signal) => {
        if (!models.includes(model)) throw noSuchModel(model, models);
        const seen = await runner.read(source, signal);
        signal.throwIfAborted();
        await runner.encode(seen, model, signal);
        return photoOf(seen, model);
      }),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await runner.close();
    },
  };
}

const NEVER = new AbortController().signal;

function answerOf({ mask, tidied, token, candidates, milliseconds }: Decoded): Answer {
  const score = candidates.find((candidate) => candidate.token === token)?.predictedIou ?? 0;
  return { mask: tidied?.mask ?? mask, untidied: mask, score, token, candidates, milliseconds };
}

function wholeOptions(
  options: Omit<FindOptions, 'signal' | 'onProgress'>,
  model: ModelKind,
): EverythingOptions {
  return { ...EVERYTHING_DEFAULTS, ...THRESHOLDS[model], ...options };
}

function noSuchModel(model: string, models: readonly ModelKind[]): RobustSamError {
  return new RobustSamError(
    'model',
    `This model set has no "${model}" model, only ${models.join(' and ')}.`,
  );
}
