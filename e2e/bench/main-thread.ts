import type { Browser, Page } from '@playwright/test';

/** The longest task of a page's main thread, in milliseconds. */
export interface LongestTask {
  /** What it cost: other programs on the machine don't count. */
  readonly processor: number;
  /** What a person waited. */
  readonly clock: number;
}

/** The part of a Chromium trace that is read here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of any page's main thread while `work` goes on; only that page should have anything to do. */
export async function longestTaskDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<LongestTask> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return longestTask(trace.traceEvents as TraceEvent[]);
}

function longestTask(events: readonly TraceEvent[]): LongestTask {
  const mainThreads = new Set(events.filter(isMainThread).map(threadOf));
  const tasks = events.filter(
    (event) => event.name === 'ThreadControllerImpl::RunTask' && mainThreads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('the trace holds no task of a main thread');
  const longest = (times: readonly (number | undefined)[]) =>
    times.reduce<number>((most, time) => Math.max(most, time ?? 0), 0) / 1000;
  return {
    processor: longest(tasks.map(({ tdur }) => tdur)),
    clock: longest(tasks.map(({ dur }) => dur)),
  };
}

function isMainThread({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args?.name === 'CrRendererMain';
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
