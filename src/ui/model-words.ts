import type { ModelChoice } from '../app/prompts/models.ts';
import type { ModelKind } from '../engine/protocol.ts';

export const MODEL_NAMES: Readonly<Record<ModelKind, string>> = {
  robust: 'RobustSAM',
  plain: 'Plain SAM',
};

export const CHOICE_NAMES: Readonly<Record<ModelChoice, string>> = {
  ...MODEL_NAMES,
  compare: 'Compare',
};

export const CHOICE_HINTS: Readonly<Record<ModelChoice, string>> = {
  robust: 'RobustSAM answers, also on poor photos',
  plain: 'Plain SAM answers',
  compare: 'Both answer the same prompt',
};

/** Why there is nothing to choose. */
export function onlyModelWords(only: ModelKind): string {
  return `The loaded model set has ${MODEL_NAMES[only]} only`;
}

/** How far two masks agree, from the intersection over union of the two. */
export function agreementWords(iou: number): string {
  if (iou === 1) return 'The masks are the same.';
  if (iou >= 0.95) return 'The masks are nearly the same.';
  if (iou >= 0.8) return 'The masks agree but for their edges.';
  if (iou >= 0.5) return 'The masks agree in part.';
  return iou > 0 ? 'The masks differ widely.' : 'The masks have nothing in common.';
}
