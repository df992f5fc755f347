import type { Backend } from './protocol.ts';

/** How long the last encode took on each backend, remembered between visits. */
export interface EncodeTimes {
  expected(backend: Backend): number | null;
  remember(backend: Backend, milliseconds: number): void;
}

/** Storage may be missing, full or forbidden: then nothing is remembered. */
export function createEncodeTimes(storage: () => Storage): EncodeTimes {
  const times = new Map<Backend, number>();
  const keyOf = (backend: Backend) => `encode-milliseconds ${backend}`;
  return {
    expected(backend) {
      const known = times.get(backend) ?? Number(guard(() => storage().getItem(keyOf(backend))));
      return known > 0 ? known : null;
    },
    remember(backend, milliseconds) {
      times.set(backend, milliseconds);
      guard(() => storage().setItem(keyOf(backend), String(Math.round(milliseconds))));
    },
  };
}

function guard<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}
