import { useEffect, useState } from 'react';

interface Settled<T> {
  readonly isPending: boolean;
  /** Null while it is pending, when it failed, and when there is none. */
  readonly value: T | null;
  readonly failure: string | null;
}

const PAUSE_MILLISECONDS = 200;

/** What `ask` answers once it has rested for a moment; when it is another one, the old answer is dropped. */
export function useSettled<T>(ask: () => Promise<T>): Settled<T> {
  const [settled, setSettled] = useState<Settled<T>>({
    isPending: true,
    value: null,
    failure: null,
  });
  useEffect(() => {
    let isCurrent = true;
    const settle = (value: T | null, failure: string | null) => {
      if (isCurrent) setSettled({ isPending: false, value, failure });
    };
    setSettled({ isPending: true, value: null, failure: null });
    const timer = setTimeout(() => {
      ask().then(
        (value) => settle(value, null),
        (error: unknown) => settle(null, error instanceof Error ? error.message : String(error)),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask]);
  return settled;
}
