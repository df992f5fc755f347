import type { ModelKind } from '../../contract/model-kind.ts';
import { maskDifference } from '../../mask/difference.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskIou } from '../../mask/measure.ts';
import { answerOf } from '../state/questions.ts';
import type { LiveMask, ViewState } from '../state/view.ts';

/** Both models' answers to one prompt, and where they differ. */
export interface Comparison {
  readonly answers: Readonly<Record<ModelKind, LiveMask>>;
  /** Photo pixels in each mask. */
  readonly areas: Readonly<Record<ModelKind, number>>;
  /** Intersection over union of the two masks. */
  readonly iou: number;
  /** The pixels in one mask and not in the other. */
  readonly disagreement: Mask;
}

let newest: Comparison | null = null;

/** Null while an answer is missing, or answers an older prompt than the other. Made once for two answers. */
export function comparisonOf(view: Pick<ViewState, 'live' | 'compared'>): Comparison | null {
  const [robust, plain] = [answerOf(view, 'robust'), answerOf(view, 'plain')];
  if (!robust || !plain || robust.prompt !== plain.prompt) return null;
  if (newest?.answers.robust !== robust || newest.answers.plain !== plain)
    newest = compare(robust, plain);
  return newest;
}

function compare(robust: LiveMask, plain: LiveMask): Comparison {
  return {
    answers: { robust, plain },
    areas: { robust: maskArea(robust.mask), plain: maskArea(plain.mask) },
    iou: maskIou(robust.mask, plain.mask),
    disagreement: maskDifference(robust.mask, plain.mask),
  };
}
