import type { DegradationName } from '../degrade/stack.ts';
import type { Condition } from './results.ts';

export const SEVERITIES: readonly number[] = [0.1, 0.3, 0.5, 0.7, 0.9];

/** The clear photo first. */
export function conditionsOf(
  degradations: readonly DegradationName[],
  severities: readonly number[] = SEVERITIES,
): Condition[] {
  const degraded = degradations.flatMap((degradation) =>
    severities.map((severity) => ({ degradation, severity })),
  );
  return [{ degradation: null, severity: 0 }, ...degraded];
}
