import type { StoreApi } from 'zustand/vanilla';
import { createAhead } from './ahead.ts';
import type { Connection } from './connection.ts';
import { createDispatcher } from './dispatcher.ts';
import type { EncodeTimes } from './encode-times.ts';
import { type Engine, type EngineStatus, OFF } from './engine.ts';
import {
  type EverythingStepOutcome,
  type EverythingStepRequest,
  runEverything,
} from './everything.ts';
import type { Backend, DecodeOutcome } from './protocol.ts';
import { createSupervisor } from './supervisor.ts';

export interface EngineOptions {
  /** `OFF` at first. */
  readonly status: StoreApi<EngineStatus>;
  /** Absolute URL of the folder with the self-test's manifest.json, ending in a slash. */
  readonly selfTestBaseUrl: string;
  /** False on pages of others, whose private files are theirs. */
  readonly keepsOnDisk: boolean;
  /** wasm threads; null: one a core, at most eight. */
  readonly threads: number | null;
  /** Tests only: backends whose self-test is made to fail. */
  readonly failParity: readonly Backend[];
  readonly times: EncodeTimes;
  /** Starts a worker, as many as the engine needs. */
  readonly connect: () => Connection;
}

/** More threads than this make a model of this size no faster. */
const MOST_THREADS = 8;

/** Does nothing until `start`; what is asked for before waits. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it only puts the engine's parts together, which know each other through here.
export function createEngine(options: EngineOptions): Engine {
  const { status, connect, times } = options;
  let diskLimit = 0;
  let memoryLimit: number | null = null;

  async function limitMemory(): Promise<void> {
    if (memoryLimit === null) return;
    const cache = await supervisor.taken()?.connection.worker.limitMemory(memoryLimit);
    if (cache) status.setState({ cache });
  }

  async function limitDisk(): Promise<void> {
    const cache = await supervisor.taken()?.connection.worker.limitDisk(diskLimit);
    if (cache) status.setState({ cache });
  }

  const supervisor = createSupervisor({
    status,
    connect,
    startOptions: {
      threads: options.threads ?? Math.min(navigator.hardwareConcurrency, MOST_THREADS),
      failParity: options.failParity,
      selfTestBaseUrl: options.selfTestBaseUrl,
      keepsOnDisk: options.keepsOnDisk,
    },
    onReady() {
      dispatcher.restart();
      void limitMemory();
      void limitDisk();
    },
    onFailed: (problem) => dispatcher.refuseAll(problem),
  });
  const dispatcher = createDispatcher({ status, supervisor, times });
  const ahead = createAhead({
    status,
    supervisor,
    dispatcher,
    connect,
    diskLimit: () => diskLimit,
  });

  function everythingStep(
    signal: AbortSignal,
    request: EverythingStepRequest,
  ): Promise<EverythingStepOutcome> {
    return new Promise((answer) => {
      dispatcher.add(signal, { kind: 'everything', request, failedOn: null, answer });
    });
  }

  return {
    status,
    start: supervisor.start,
    adopt: supervisor.adopt,
    encode: (signal, request) =>
      new Promise((answer) => {
        dispatcher.add(signal, { kind: 'encode', request, failedOn: null, answer });
      }),
    decode: (signal, request) =>
      new Promise((answer) => {
        dispatcher.add(signal, { kind: 'decode', request, failedOn: null, answer });
      }),
    decodeCrop: (signal, request) =>
      new Promise((answer) => {
        dispatcher.add(signal, { kind: 'crop', request, failedOn: null, answer });
      }),
    follow: (signal, request) =>
      new Promise((answer) => {
        dispatcher.add(signal, { kind: 'follow', request, failedOn: null, answer });
      }),
    explain: (signal, request) =>
      new Promise((answer) => {
        dispatcher.add(signal, { kind: 'explain', request, failedOn: null, answer });
      }),
    async preview(request) {
      if (!dispatcher.isEmbedded(request)) return null;
      return new Promise((resolve) => {
        const answer = (outcome: DecodeOutcome) => resolve(outcome.ok ? outcome : null);
        dispatcher.add(null, { kind: 'preview', request, failedOn: null, answer });
      });
    },
    async everything(signal, request, parts) {
      const step = (piece: EverythingStepRequest) => everythingStep(signal, piece);
      const outcome = await runEverything(signal, request, { ...parts, step });
      if (!outcome.ok) await supervisor.taken()?.connection.worker.forgetEverything();
      return outcome;
    },
    ahead,
    limitMemory(bytes) {
      memoryLimit = bytes;
      return limitMemory();
    },
    limitDisk(bytes) {
      diskLimit = bytes;
      return limitDisk();
    },
    async clearCache() {
      dispatcher.forgetOthers();
      const cache = await supervisor.taken()?.connection.worker.clearCache();
      if (cache) status.setState({ cache });
    },
    dispose() {
      ahead.stop();
      supervisor.stop();
      dispatcher.refuseAll({ kind: 'cancelled' });
      status.setState(OFF, true);
    },
  };
}
