import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../failure.ts';
import type { Answer, Task } from './task.ts';
import type { FromWorker } from './worker.ts';

interface PoolOptions {
  readonly jobs: number;
  /** Threads of each process. */
  readonly threads: number;
  /** When it is aborted, processes end at once and what they were at is left. */
  readonly signal: AbortSignal;
  onAnswer(task: Task, answer: Answer): void;
}

const WORKER = join(import.meta.dirname, 'worker.ts');
/** By its address, since the command may run in any folder. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Does all tasks in processes of their own. One that dies in the middle of a photo, as for lack of memory, is
 * an answer about that photo, and another process takes its place. Throws a Failure when none can be started.
 */
export async function runPool(tasks: Iterable<Task>, options: PoolOptions): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const lanes = Array.from({ length: options.jobs }, () => workThrough(queue, options));
  await Promise.all(lanes);
}

async function workThrough(
  queue: Iterator<Task>,
  { threads, signal, onAnswer }: PoolOptions,
): Promise<void> {
  let worker: Worker | null = null;
  try {
    for (let next = queue.next(); !next.done && !signal.aborted; next = queue.next()) {
      worker ??= await startWorker(threads, signal);
      const answer = await worker.ask(next.value);
      if (signal.aborted) return;
      onAnswer(next.value, answer ?? { ok: false, problem: DIED });
      if (!answer) worker = null;
    }
  } finally {
    worker?.end();
  }
}

const DIED = 'the process that worked on it died, perhaps for lack of memory: try fewer --jobs';

interface Worker {
  /** Null when the process dies first. */
  ask(task: Task): Promise<Answer | null>;
  end(): void;
}

async function startWorker(threads: number, signal: AbortSignal): Promise<Worker> {
  const child = fork(WORKER, [String(threads)], {
    execArgv: ['--import', TSX],
    serialization: 'advanced',
  });
  // Said of a message that no longer arrives; that the process has ended is heard below.
  child.on('error', () => {});
  const end = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  const ready = await nextMessage(child);
  if (ready?.kind !== 'ready' && !signal.aborted) {
    throw new Failure('the model could not be started in a process of its own');
  }
  return {
    async ask(task) {
      if (!child.connected) return null;
      const message = nextMessage(child);
      child.send(task);
      const said = await message;
      return said?.kind === 'answer' ? said.answer : null;
    },
    end() {
      signal.removeEventListener('abort', end);
      if (child.connected) child.disconnect();
    },
  };
}

/** Null when the process ends first, or never began. */
function nextMessage(child: ChildProcess): Promise<FromWorker | null> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => settle(message as FromWorker);
    const leave = () => settle(null);
    function settle(said: FromWorker | null): void {
      child.off('message', hear);
      child.off('exit', leave);
      child.off('error', leave);
      resolve(said);
    }
    child.on('message', hear);
    child.on('exit', leave);
    child.on('error', leave);
  });
}
