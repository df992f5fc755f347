import type { Page } from '@playwright/test';

declare global {
  interface Window {
    startedWorkers: Worker[];
  }
}

export interface WorkerWatch {
  count(): Promise<number>;
  /** Ends the first so many workers, as the browser does when memory runs out: nobody is told. */
  kill(first: number): Promise<void>;
}

/** Keeps a hand on every worker that the page starts. Call it before the page is opened. */
export async function watchWorkers(page: Page): Promise<WorkerWatch> {
  await page.addInitScript(() => {
    window.startedWorkers = [];
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        window.startedWorkers.push(this);
      }
    };
  });
  return {
    count: () => page.evaluate(() => window.startedWorkers.length),
    kill: (first) =>
      page.evaluate((end) => {
        for (const worker of window.startedWorkers.slice(0, end)) worker.terminate();
      }, first),
  };
}
