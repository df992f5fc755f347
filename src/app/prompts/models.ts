import type { ModelKind } from '../../engine/protocol.ts';
import type { LiveMask, ViewState } from '../view.ts';

/** Who answers: one of the two, or both beside each other. */
export const MODEL_CHOICES = ['robust', 'plain', 'compare'] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];

/** How a comparison is shown: one photo with a divider, or the photo twice. */
export const COMPARE_LAYOUTS = ['wipe', 'side-by-side'] as const;
export type CompareLayout = (typeof COMPARE_LAYOUTS)[number];

/** The choice as far as the loaded model set can follow it; `kinds` is empty before one is loaded. */
export function choiceInUse(choice: ModelChoice, kinds: readonly ModelKind[]): ModelChoice {
  const [only] = kinds;
  return kinds.length === 1 && only ? only : choice;
}

/** Whom to ask, in this order; the first one's mask is the one in hand. */
export function modelsAsked(
  choice: ModelChoice,
  kinds: readonly ModelKind[],
): readonly [ModelKind, ...ModelKind[]] {
  const inUse = choiceInUse(choice, kinds);
  // RobustSAM first: a comparison must not make it slower.
  return inUse === 'compare' ? ['robust', 'plain'] : [inUse];
}

/** The newest answer of a model, which may be one to an older prompt. */
export function answerOf(
  { live, compared }: Pick<ViewState, 'live' | 'compared'>,
  model: ModelKind,
): LiveMask | null {
  return [live, compared].find((answer) => answer?.model === model) ?? null;
}

/** The model's own estimate of the IoU of the mask it shows. */
export function predictedIouOf({ candidates, token }: LiveMask): number {
  return candidates.find((candidate) => candidate.token === token)?.predictedIou ?? 0;
}
