import type { StoreApi } from 'zustand/vanilla';
import type { ModelSource } from '../models/source.ts';
import type { Connection } from './connection.ts';
import type { Engine, EnginePhase, EngineStatus, Rejection } from './engine.ts';
import { climb, rungsFrom, type Taken } from './ladder.ts';
import type { Backend, EngineProblem, StartOptions, StartProgress } from './protocol.ts';

interface SupervisorOptions {
  readonly status: StoreApi<EngineStatus>;
  readonly startOptions: Pick<
    StartOptions,
    'threads' | 'failParity' | 'selfTestBaseUrl' | 'keepsOnDisk'
  >;
  readonly connect: () => Connection;
  /** A backend has been taken: after a start, or again after a loss. */
  readonly onReady: () => void;
  readonly onFailed: (problem: EngineProblem) => void;
}

/** Keeps one worker on the best backend that works, and replaces it when it is lost. */
export interface Supervisor {
  taken(): Taken | null;
  /** What a second worker beside the taken one would be started with; null before a start. */
  startOptions(): Omit<StartOptions, 'lifeLock' | 'backend'> | null;
  readonly start: Engine['start'];
  readonly adopt: Engine['adopt'];
  /** The taken backend did its work: earlier losses no longer count against it. */
  worked(): void;
  /** Gives the taken backend up and starts a new worker. */
  lose(lost: Taken, problem: EngineProblem): void;
  stop(): void;
}

/** Lost more often than this with nothing done in between, a backend gives way to the next one. */
const LOSSES_ALLOWED = 1;

const NOTHING_LOADED: EnginePhase = { kind: 'loading', loadedBytes: 0, totalBytes: 0 };

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: start, loss and replacement of a worker are one state machine.
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { status } = options;
  let taken: Taken | null = null;
  let climbing = new AbortController();
  let source: ModelSource | null = null;
  let losses = 0;

  function letGo(): void {
    climbing.abort();
    const released = taken;
    taken = null;
    released?.connection.close();
  }

  async function run(rungs: readonly Backend[], show: (phase: EnginePhase) => void): Promise<void> {
    if (!source) return;
    climbing = new AbortController();
    const { signal } = climbing;
    const outcome = await climb(signal, {
      rungs,
      connect: options.connect,
      optionsFor: optionsFor(source, false),
      onTry(backend) {
        status.setState({ backend, adapter: null });
        show(NOTHING_LOADED);
      },
      onProgress: (progress) => show(phaseOf(progress)),
      onRejection: reject,
    });
    if (signal.aborted) return;
    if (outcome.ok) take(outcome.value);
    else fail(outcome.problem);
  }

  function optionsFor(from: ModelSource, openAll: boolean) {
    return (backend: Backend): Omit<StartOptions, 'lifeLock'> => ({
      ...options.startOptions,
      backend,
      allowSoftwareAdapter: status.getState().choice === backend,
      source: from,
      openAll,
    });
  }

  function take(next: Taken): void {
    taken = next;
    const { backend, started } = next;
    status.setState({ phase: { kind: 'ready' }, backend, ...started });
    void next.connection.ended.then((problem) => lose(next, problem));
    options.onReady();
  }

  function fail(problem: EngineProblem): void {
    status.setState({ phase: { kind: 'failed', problem }, backend: null });
    options.onFailed(problem);
  }

  function reject(rejection: Rejection): void {
    status.setState(({ rejections }) => ({ rejections: [...rejections, rejection] }));
  }

  function lose(lost: Taken, problem: EngineProblem): void {
    if (taken !== lost) return;
    letGo();
    losses++;
    status.setState({ phase: { kind: 'recovering', problem } });
    const rungs = rungsFrom(lost.backend);
    if (losses <= LOSSES_ALLOWED) {
      void run(rungs, ignore);
      return;
    }
    losses = 0;
    reject({ backend: lost.backend, problem });
    if (rungs.length > 1) void run(rungs.slice(1), ignore);
    else fail(problem);
  }

  return {
    taken: () => taken,
    startOptions: () =>
      source && { ...options.startOptions, source, allowSoftwareAdapter: false, openAll: false },
    lose,
    stop: letGo,
    worked() {
      losses = 0;
    },
    async start(choice, from) {
      letGo();
      source = from;
      losses = 0;
      status.setState({ choice, rejections: [] });
      await run(rungsFrom(choice), (next) => status.setState({ phase: next }));
    },
    async adopt(signal, from, onProgress) {
      const rejections: Rejection[] = [];
      const outcome = await climb(signal, {
        rungs: rungsFrom(status.getState().choice),
        connect: options.connect,
        optionsFor: optionsFor(from, true),
        onTry: () => {},
        onProgress,
        onRejection: (rejection) => rejections.push(rejection),
      });
      if (!outcome.ok) return outcome;
      letGo();
      source = from;
      losses = 0;
      status.setState({ rejections });
      take(outcome.value);
      return { ok: true, value: outcome.value.started.set };
    },
  };
}

function phaseOf(progress: StartProgress): EnginePhase {
  return progress.phase === 'loading'
    ? { kind: 'loading', loadedBytes: progress.loadedBytes, totalBytes: progress.totalBytes }
    : { kind: progress.phase };
}

/** A recovery is shown as one, not as a start. */
function ignore(): void {}
