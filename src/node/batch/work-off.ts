import type { Serializable } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import type { Computing } from '../engine/computing.ts';
import { Failure, STOPPED } from '../failure.ts';
import { runPool } from './pool.ts';
import { createProgress } from './progress.ts';
import type { Answer } from './serve.ts';

interface WorkOff<Task, Value> {
  /** The script of the processes. */
  readonly worker: string;
  /** What the tasks are called when they are counted. */
  readonly unit: string;
  readonly jobs: number;
  readonly computing: Computing;
  /** Returns what is said of all so far, beside how many are done. */
  onAnswer(task: Task, answer: Answer<Value>): string;
}

/** Does tasks in processes, and tells how far it is. Throws a Failure when it is stopped before all are done. */
export async function workOff<Task extends Serializable, Value>(
  tasks: readonly Task[],
  { worker, unit, jobs, computing, onAnswer }: WorkOff<Task, Value>,
): Promise<void> {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  const progress = createProgress(tasks.length, unit);
  let done = 0;
  try {
    await runPool<Task, Value>(tasks, {
      worker,
      jobs: Math.min(jobs, tasks.length),
      computing,
      signal: stop.signal,
      onAnswer(task, answer) {
        const found = onAnswer(task, answer);
        progress.step(++done, found);
      },
    });
  } finally {
    // Also when a disk is full: nothing more could be kept.
    stop.abort();
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
    progress.end();
  }
  if (done < tasks.length) {
    const left = `${done} of ${tasks.length} ${unit} were done; the same command does the rest`;
    throw new Failure(`stopped: ${left}`, STOPPED);
  }
}
