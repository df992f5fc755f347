/** Tells how far a run is, on the standard error: in place on a terminal, else now and then. */
export interface Progress {
  /** `done` counts those that were left when it began. */
  step(done: number, found: string): void;
  end(): void;
}

const MILLISECONDS_BETWEEN_LINES = 10_000;

export function createProgress(
  total: number,
  /** What is counted. */
  unit: string,
  now: () => number = () => performance.now(),
  to: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr,
): Progress {
  const startedAt = now();
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    step(done, found) {
      const isLast = done === total;
      if (!to.isTTY && !isLast && now() - saidAt < MILLISECONDS_BETWEEN_LINES) return;
      saidAt = now();
      const left = ((now() - startedAt) / done) * (total - done);
      const rest = isLast ? '' : `, ${inWords(left)} left`;
      const line = `${done} of ${total} ${unit}, ${found}${rest}`;
      // From the first column, and clear to the end of the line.
      to.write(to.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end() {
      if (to.isTTY) to.write('\n');
    },
  };
}

/** "about 2 min", as one would say it. */
export function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 90) return `about ${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `about ${Math.round(seconds / 3600)} h`;
  return `about ${Math.round(seconds / 86_400)} days`;
}
