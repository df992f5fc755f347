import { useEffect, useState } from 'react';

const TICK_MILLISECONDS = 100;

/** performance.now(), ticking while it matters. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isTicking) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
