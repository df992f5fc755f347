import type { Computing } from '../engine/computing.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { Failure } from '../failure.ts';

/** What a worker process says of a task. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

export type FromWorker<Value> =
  | { readonly kind: 'ready' }
  /** The model can't be opened; the process ends. */
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'answer'; readonly answer: Answer<Value> };

/** Makes this a process that does one task after the other; its pool tells it what to compute with. */
export async function serve<Task, Value>(
  perform: (engine: Engine, task: Task) => Promise<Value>,
): Promise<void> {
  // Ctrl-C reaches all processes: the pool ends this one.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  const [, , told = ''] = process.argv;
  const computing: Computing = JSON.parse(told);
  const opened = await answered(() => openEngine(computing));
  if (!opened.ok) {
    say({ kind: 'refused', problem: opened.problem });
    process.disconnect?.();
    return;
  }
  const engine = opened.value;
  process.on('message', async (task: Task) => {
    say({ kind: 'answer', answer: await answered(() => perform(engine, task)) });
  });
  say({ kind: 'ready' });

  function say(message: FromWorker<Value>): void {
    process.send?.(message);
  }
}

/** What is wrong with a photo, or with a device, is an answer. */
async function answered<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, problem: error.message };
    throw error;
  }
}
