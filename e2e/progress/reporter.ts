import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { LAST_DURATIONS } from '../files/out.ts';
import { type Durations, inWords, remainingTime } from './remaining.ts';

const BETWEEN_REPORTS = 20_000;
const SLOWEST = 5;

/** Says now and then how long the tests will take, and at the end which specs took longest. */
export default class ProgressReporter implements Reporter {
  private readonly last = readDurations();
  private readonly done: Record<string, number> = {};
  private readonly bySpec = new Map<string, number>();
  private waiting = new Set<string>();
  private workers = 1;
  private reportedAt = Date.now();

  onBegin({ workers }: FullConfig, suite: Suite): void {
    this.waiting = new Set(suite.allTests().map(nameOf));
    this.workers = workers;
    this.report();
  }

  onTestEnd(test: TestCase, { duration, status, retry }: TestResult): void {
    const spec = specOf(test);
    this.bySpec.set(spec, (this.bySpec.get(spec) ?? 0) + duration);
    if (status !== 'passed' && status !== 'skipped' && retry < test.retries) return;
    this.waiting.delete(nameOf(test));
    if (status === 'passed') this.done[nameOf(test)] = duration;
    if (Date.now() - this.reportedAt >= BETWEEN_REPORTS) this.report();
  }

  onEnd({ duration }: FullResult): void {
    mkdirSync(dirname(LAST_DURATIONS), { recursive: true });
    writeFileSync(LAST_DURATIONS, JSON.stringify({ ...this.last, ...this.done }));
    if (this.bySpec.size === 0) return;
    const slowest = [...this.bySpec].sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
    const specs = slowest.map(([spec, milliseconds]) => `${spec} ${seconds(milliseconds)}`);
    console.log(`  ${seconds(duration)} in all; most of it in ${specs.join(', ')}`);
  }

  private report(): void {
    this.reportedAt = Date.now();
    const waiting = [...this.waiting];
    if (waiting.length === 0) return;
    const time = remainingTime({ done: this.done, waiting, workers: this.workers }, this.last);
    console.log(`  ${waiting.length} tests to go, ${inWords(time)}`);
  }
}

/** Empty where no test has run yet. */
function readDurations(): Durations {
  try {
    return JSON.parse(readFileSync(LAST_DURATIONS, 'utf8'));
  } catch {
    return {};
  }
}

/** Without its line, which changes. */
function nameOf(test: TestCase): string {
  return test.titlePath().slice(1).join(' › ');
}

function specOf({ location }: TestCase): string {
  return location.file.replace(/^.*\/|\.spec\.ts$/g, '');
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
