import type { Connection } from './connection.ts';
import type { Rejection } from './engine.ts';
import {
  BACKENDS,
  type Backend,
  type BackendChoice,
  type EngineProblem,
  type Outcome,
  type Started,
  type StartOptions,
  type StartProgress,
} from './protocol.ts';

/** A backend that was tried, tested and taken. */
export interface Taken {
  readonly backend: Backend;
  readonly connection: Connection;
  readonly started: Started;
}

interface Climb {
  /** Tried in this order. */
  readonly rungs: readonly Backend[];
  readonly optionsFor: (backend: Backend) => Omit<StartOptions, 'lifeLock'>;
  readonly connect: () => Connection;
  readonly onTry: (backend: Backend) => void;
  readonly onProgress: (progress: StartProgress) => void;
  readonly onRejection: (rejection: Rejection) => void;
}

/** From the choice down; a person who picks a backend gets the next best one if it won't do. */
export function rungsFrom(choice: BackendChoice): readonly Backend[] {
  return choice === 'auto' ? BACKENDS : BACKENDS.slice(BACKENDS.indexOf(choice));
}

/**
 * Takes the first backend that starts, each in a worker of its own: a failed start leaves the
 * runtime unusable. Ends with the last problem when none does, or `cancelled` when aborted.
 */
export async function climb(signal: AbortSignal, ladder: Climb): Promise<Outcome<Taken>> {
  let problem: EngineProblem = { kind: 'cancelled' };
  for (const backend of ladder.rungs) {
    ladder.onTry(backend);
    const connection = ladder.connect();
    const outcome = await tryRung(signal, connection, ladder.optionsFor(backend), ladder);
    if (signal.aborted) {
      connection.close();
      return { ok: false, problem: { kind: 'cancelled' } };
    }
    if (outcome.ok) return { ok: true, value: { backend, connection, started: outcome.value } };
    connection.close();
    problem = outcome.problem;
    ladder.onRejection({ backend, problem });
  }
  return { ok: false, problem };
}

async function tryRung(
  signal: AbortSignal,
  { start, ended }: Connection,
  options: Omit<StartOptions, 'lifeLock'>,
  { onProgress }: Climb,
): Promise<Outcome<Started>> {
  const aborted = new Promise<Outcome<Started>>((resolve) => {
    const cancel = () => resolve({ ok: false, problem: { kind: 'cancelled' } });
    signal.addEventListener('abort', cancel, { once: true });
  });
  let isOver = false;
  // Progress comes by a port of its own, so some may come after the answer.
  const heard = (progress: StartProgress) => {
    if (!isOver && !signal.aborted) onProgress(progress);
  };
  const over = ended.then((problem): Outcome<Started> => ({ ok: false, problem }));
  const outcome = await Promise.race([start(options, heard), over, aborted]);
  isOver = true;
  return outcome;
}
