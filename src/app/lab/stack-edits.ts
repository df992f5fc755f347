import type { DegradationName, Stack } from '../../degrade/stack.ts';
import type { LabState, LabStep } from './lab-state.ts';

/** As strong as in the paper. */
const FIRST_SEVERITY = 0.5;

export function withStep(
  steps: readonly LabStep[],
  id: string,
  name: DegradationName,
): readonly LabStep[] {
  return [...steps, { id, name, severity: FIRST_SEVERITY }];
}

export function withSeverity(
  steps: readonly LabStep[],
  id: string,
  severity: number,
): readonly LabStep[] {
  return steps.map((step) => (step.id === id ? { ...step, severity } : step));
}

/** One place towards the first (-1) or the last; the ends don't wrap. */
export function withMoved(steps: readonly LabStep[], id: string, by: 1 | -1): readonly LabStep[] {
  const from = steps.findIndex((step) => step.id === id);
  const moved = steps[from];
  const to = from + by;
  if (!moved || to < 0 || to >= steps.length) return steps;
  return steps.toSpliced(from, 1).toSpliced(to, 0, moved);
}

export function stackOf({ steps, seed }: Pick<LabState, 'steps' | 'seed'>): Stack {
  return { steps: steps.map(({ name, severity }) => ({ name, severity })), seed };
}
