import { openEngine } from '../engine/engine.ts';
import { perform } from './perform.ts';
import type { Answer, Task } from './task.ts';

/** A process that does one task after the other; its pool tells it how many threads it may use. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer };

async function serve(): Promise<void> {
  // Ctrl-C reaches all processes: the pool ends this one.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  const engine = await openEngine({ threads: Number(process.argv[2]) });
  process.on('message', async (task: Task) => {
    say({ kind: 'answer', answer: await perform(engine, task) });
  });
  say({ kind: 'ready' });
}

function say(message: FromWorker): void {
  process.send?.(message);
}

await serve();
