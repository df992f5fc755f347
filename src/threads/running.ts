import { type Remote, wrap } from 'comlink';
import { t } from '../words/words.ts';

/** A worker, and the news of its end. */
export interface Running<Api> {
  readonly worker: Remote<Api>;
  /** Why it answers no more: it couldn't be loaded, died, lost an answer, or was ended here. */
  readonly ended: Promise<Error>;
  end(): void;
}

/** Throws where no worker can be made. */
export function run<Api>(startWorker: () => Worker): Running<Api> {
  const thread = startWorker();
  let tell: (reason: Error) => void = () => {};
  const ended = new Promise<Error>((resolve) => {
    tell = resolve;
  });
  const end = (reason: string) => {
    thread.terminate();
    tell(new Error(reason));
  };
  thread.addEventListener('error', ({ message }) => end(message || t('problems.worker.noAnswer')));
  thread.addEventListener('messageerror', () => end(t('problems.worker.answerLost')));
  return {
    worker: wrap<Api>(thread),
    ended,
    end: () => end(t('problems.worker.noAnswer')),
  };
}
