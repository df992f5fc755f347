import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Computing } from '../engine/computing.ts';
import { Failure } from '../failure.ts';
import type { Answer, FromWorker } from './serve.ts';

interface PoolOptions<Task, Value> {
  /** The script of the processes: it serves this kind of tasks. */
  readonly worker: string;
  readonly jobs: number;
  /** What each process computes with. */
  readonly computing: Computing;
  /** When it is aborted, processes end at once and what they were at is left. */
  readonly signal: AbortSignal;
  onAnswer(task: Task, answer: Answer<Value>): void;
}

/** By its address, since the command may run in any folder. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Does all tasks in processes of their own. One that dies in the middle of a photo, as for lack of memory, is
 * an answer about that photo, and another process takes its place. Throws a Failure when none can be started.
 */
export async function runPool<Task extends Serializable, Value>(
  tasks: Iterable<Task>,
  options: PoolOptions<Task, Value>,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const lanes = Array.from({ length: options.jobs }, () => workThrough(queue, options));
  await Promise.all(lanes);
}

async function workThrough<Task extends Serializable, Value>(
  queue: Iterator<Task>,
  { worker: script, computing, signal, onAnswer }: PoolOptions<Task, Value>,
): Promise<void> {
  let worker: Worker<Task, Value> | null = null;
  try {
    for (let next = queue.next(); !next.done && !signal.aborted; next = queue.next()) {
      worker ??= await startWorker(script, [JSON.stringify(computing)], signal);
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

interface Worker<Task, Value> {
  /** Null when the process dies first. */
  ask(task: Task): Promise<Answer<Value> | null>;
  end(): void;
}

async function startWorker<Task extends Serializable, Value>(
  script: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<Worker<Task, Value>> {
  const child = fork(script, args, {
    execArgv: ['--import', TSX],
    serialization: 'advanced',
  });
  // Said of a message that no longer arrives; that the process has ended is heard below.
  child.on('error', () => {});
  const end = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  const ready = await nextMessage<Value>(child);
  if (ready?.kind !== 'ready' && !signal.aborted) {
    const said = ready?.kind === 'refused' ? ready.problem : null;
    throw new Failure(said ?? 'the model could not be started in a process of its own');
  }
  return {
    async ask(task) {
      if (!child.connected) return null;
      const message = nextMessage<Value>(child);
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
function nextMessage<Value>(child: ChildProcess): Promise<FromWorker<Value> | null> {
  return new Promise((resolve) => {
    // The process runs our own serve.ts, which sends nothing else.
    const hear = (message: unknown) => settle(message as FromWorker<Value>);
    const leave = () => settle(null);
    function settle(said: FromWorker<Value> | null): void {
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
