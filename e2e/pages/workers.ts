import type { Page } from '@playwright/test';

declare global {
  interface Window {
    startedWorkers: Worker[];
    askedOfWorkers: string[];
  }
}

export interface WorkerWatch {
  count(): Promise<number>;
  /** What they were asked to do since the page was opened, by name. */
  asked(): Promise<string[]>;
  /** Ends the first so many workers, as the browser does when memory runs out: nobody is told. */
  kill(first: number): Promise<void>;
}

/** Keeps a hand on every worker that the page starts. Call it before the page is opened. */
export async function watchWorkers(page: Page): Promise<WorkerWatch> {
  await page.addInitScript(() => {
    window.startedWorkers = [];
    window.askedOfWorkers = [];
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        window.startedWorkers.push(this);
      }

      override postMessage(message: unknown, transfer: never): void {
        // As Comlink says it.
        const { path } = Object(message);
        if (Array.isArray(path)) window.askedOfWorkers.push(path.join('.'));
        super.postMessage(message, transfer);
      }
    };
  });
  return {
    count: () => page.evaluate(() => window.startedWorkers.length),
    asked: () => page.evaluate(() => window.askedOfWorkers),
    kill: (first) =>
      page.evaluate((end) => {
        for (const worker of window.startedWorkers.slice(0, end)) worker.terminate();
      }, first),
  };
}
