/** Milliseconds that each test took when it passed last, by its name. */
export type Durations = Readonly<Record<string, number>>;

interface Run {
  /** As they were measured in this run. */
  readonly done: Durations;
  readonly waiting: readonly string[];
  readonly workers: number;
}

/** For a test that nobody has run yet, on a machine on which none has. */
const USUAL = 4_000;

/**
 * Milliseconds until all tests are done: what they took last, times how much slower or faster this run is so far.
 * A test that is new is taken for an average one.
 */
export function remainingTime({ done, waiting, workers }: Run, last: Durations): number {
  const names = Object.keys(done);
  const known = names.filter((name) => name in last);
  const took = sum(known.map((name) => done[name] ?? 0));
  const before = sum(known.map((name) => last[name] ?? 0));
  const pace = before > 0 ? took / before : 1;
  const all = Object.values(last).length > 0 ? Object.values(last) : Object.values(done);
  const average = all.length > 0 ? sum(all) / all.length : USUAL;
  return (pace * sum(waiting.map((name) => last[name] ?? average))) / Math.max(1, workers);
}

/** "about 3 min", "about 20 s". */
export function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds >= 90) return `about ${Math.round(seconds / 60)} min`;
  return `about ${Math.max(5, Math.round(seconds / 5) * 5)} s`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
