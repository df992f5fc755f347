/** After the last change, before the files are written. */
const QUIET_MILLISECONDS = 1_500;
/** While changes go on. */
const MOST_MILLISECONDS = 10_000;
/** Share of the time that writing may take. */
const MOST_SHARE = 0.2;

export interface Timing {
  changed(): void;
  /** What waits is done at once. */
  now(): void;
  took(milliseconds: number): void;
  stop(): void;
}

/** Work that waits until changes pause, but not for ever; the longer it takes, the longer it rests. */
export function createTiming(work: () => void): Timing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let rest = 0;

  function run(): void {
    clearTimeout(timer);
    waitingSince = null;
    work();
  }

  return {
    changed() {
      clearTimeout(timer);
      waitingSince ??= performance.now();
      const left = waitingSince + Math.max(MOST_MILLISECONDS, rest) - performance.now();
      timer = setTimeout(run, Math.max(0, Math.min(Math.max(QUIET_MILLISECONDS, rest), left)));
    },
    now() {
      if (waitingSince !== null) run();
    },
    took(milliseconds) {
      rest = milliseconds / MOST_SHARE - milliseconds;
    },
    stop() {
      clearTimeout(timer);
      waitingSince = null;
    },
  };
}
