import type { StoreApi } from 'zustand/vanilla';
import { firstOf } from '../threads/first-of.ts';
import type { Connection } from './connection.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { AheadEncoder, EngineStatus } from './engine.ts';
import type { Taken } from './ladder.ts';
import type { Encoded, EncodeRequest, EngineProblem, Outcome, Started } from './protocol.ts';
import type { Supervisor } from './supervisor.ts';

interface AheadOptions {
  readonly status: StoreApi<EngineStatus>;
  readonly supervisor: Pick<Supervisor, 'taken' | 'startOptions'>;
  readonly dispatcher: Pick<Dispatcher, 'add' | 'quietFor'>;
  readonly connect: () => Connection;
  /** Bytes that embeddings may take on disk. */
  readonly diskLimit: () => number;
}

/** A second worker and the one it stands beside; it ends with it. */
interface Helper {
  readonly beside: Taken;
  readonly connection: Connection;
  readonly started: Promise<Outcome<Started>>;
}

/** A click mostly comes sooner after the last one. */
const QUIET_MILLISECONDS = 1000;
const LOOK_MILLISECONDS = 100;

/**
 * On the CPU an encode takes seconds, in which its worker hears nothing: there a second worker does it,
 * with half the threads. It begins only while nobody waits for the first one, so a click at worst
 * shares the processor with one encode. On a GPU an encode is short and a second worker would wait for
 * the same GPU, so the one worker does it after everything else.
 */
export function createAhead(options: AheadOptions): AheadEncoder & { stop(): void } {
  const { status, supervisor, dispatcher } = options;
  let helper: Helper | null = null;

  function stop(): void {
    helper?.connection.close();
    helper = null;
  }

  function helperBeside(beside: Taken): Helper | null {
    if (helper?.beside === beside) return helper;
    stop();
    const start = supervisor.startOptions();
    if (!start) return null;
    const connection = options.connect();
    const threads = Math.max(1, Math.floor(beside.started.threads / 2));
    const backend = threads > 1 ? 'wasm-threads' : 'wasm-single';
    const started = firstOf(
      connection.start({ ...start, backend, threads }, () => {}),
      connection.ended,
      refused,
    );
    void connection.ended.then(() => {
      if (helper?.connection === connection) helper = null;
    });
    void beside.connection.ended.then(() => connection.close());
    helper = { beside, connection, started };
    return helper;
  }

  async function encodeBeside(beside: Taken, request: EncodeRequest): Promise<Outcome<Encoded>> {
    const used = helperBeside(beside);
    if (!used) return refused({ kind: 'cancelled' });
    const { connection, started } = used;
    const start = await started;
    if (!start.ok) {
      connection.close();
      return start;
    }
    const encode = async () => {
      await connection.worker.limitDisk(options.diskLimit());
      return connection.worker.encodeAhead(request);
    };
    return firstOf(encode(), connection.ended, refused);
  }

  return {
    stop,
    rest: stop,
    untilQuiet: (signal) =>
      until(signal, () => supervisor.taken() && dispatcher.quietFor() >= QUIET_MILLISECONDS),
    async encode(signal, request) {
      const taken = supervisor.taken();
      if (!taken || signal.aborted) return refused({ kind: 'cancelled' });
      if (taken.backend.startsWith('webgpu')) {
        return new Promise((answer) => {
          dispatcher.add(signal, { kind: 'ahead', request, failedOn: null, answer });
        });
      }
      const outcome = await encodeBeside(taken, request);
      if (outcome.ok)
        status.setState(({ cache }) => ({ cache: { ...cache, disk: outcome.value.cache.disk } }));
      return outcome;
    },
    async kept(photoIds, model) {
      const taken = supervisor.taken();
      if (!taken) return new Set();
      const { worker, ended } = taken.connection;
      return new Set(await firstOf(worker.keptOnDisk(photoIds, model), ended, () => []));
    },
  };
}

async function until(signal: AbortSignal, holds: () => unknown): Promise<void> {
  while (!holds()) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
  signal.throwIfAborted();
}

function refused(problem: EngineProblem): { readonly ok: false; readonly problem: EngineProblem } {
  return { ok: false, problem };
}
