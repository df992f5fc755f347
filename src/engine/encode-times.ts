import type { ModelKind } from '../contract/model-kind.ts';
import type { Backend } from './protocol.ts';

/** What an encoding's time depends on, beside the machine. */
export interface EncodeKind {
  readonly backend: Backend;
  readonly setId: string | null;
  readonly model: ModelKind;
  readonly isClear: boolean;
}

/** How long the last encoding of each kind took, remembered between visits. */
export interface EncodeTimes {
  /** Milliseconds; of an earlier visit's, as much longer as others have turned out to be in this one. */
  expected(kind: EncodeKind): number | null;
  remember(kind: EncodeKind, milliseconds: number): void;
}

/** Storage may be missing, full or forbidden: then nothing is remembered. */
export function createEncodeTimes(storage: () => Storage): EncodeTimes {
  const ofThisVisit = new Map<string, number>();
  /** This visit's times by those of earlier visits. */
  let pace = 1;
  const keyOf = ({ backend, setId, model, isClear }: EncodeKind) =>
    ['encode-milliseconds', backend, setId, model, isClear ? 'clear' : 'degraded'].join(' ');
  const kept = (key: string) => Number(guard(() => storage().getItem(key)));
  return {
    expected(kind) {
      const key = keyOf(kind);
      const known = ofThisVisit.get(key) ?? kept(key) * pace;
      return known > 0 ? known : null;
    },
    remember(kind, milliseconds) {
      const key = keyOf(kind);
      const before = ofThisVisit.has(key) ? 0 : kept(key);
      if (before > 0) pace = milliseconds / before;
      ofThisVisit.set(key, milliseconds);
      guard(() => storage().setItem(key, String(Math.round(milliseconds))));
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
