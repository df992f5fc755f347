import { type Engine, openEngine } from '../engine/engine.ts';
import { Failure } from '../failure.ts';

/** What a worker process says of a task. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

export type FromWorker<Value> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer<Value> };

/** Makes this a process that does one task after the other; its pool tells it how many threads it may use, and how precise it is. */
export async function serve<Task, Value>(
  perform: (engine: Engine, task: Task) => Promise<Value>,
): Promise<void> {
  // Ctrl-C reaches all processes: the pool ends this one.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  const [, , threads, precision] = process.argv;
  const engine = await openEngine({
    threads: Number(threads),
    precision: precision === 'fp32' ? precision : 'int8',
  });
  process.on('message', async (task: Task) => {
    say({ kind: 'answer', answer: await answered(() => perform(engine, task)) });
  });
  say({ kind: 'ready' });

  function say(message: FromWorker<Value>): void {
    process.send?.(message);
  }
}

/** What is wrong with a photo is an answer. */
async function answered<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, problem: error.message };
    throw error;
  }
}
