import type { ModelKind } from '../../contract/model-kind.ts';

/** Who answers: one of the two, or both beside each other. */
export const MODEL_CHOICES = ['robust', 'plain', 'compare'] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];

/** How a comparison is shown: one photo with a divider, the photo twice, or one with both outlines. */
export const COMPARE_LAYOUTS = ['wipe', 'side-by-side', 'outlines'] as const;
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

export const ZOOM_HABITS = ['quick', 'always', 'never'] as const;
/** When small masks are refined automatically: where it is quick, always, or never. */
export type ZoomHabit = (typeof ZOOM_HABITS)[number];
