import type { ModelKind } from '../../contract/model-kind.ts';
import { wipeToScreen } from '../../geometry/wipe.ts';
import { choiceInUse } from '../state/model-choice.ts';
import type { ViewState } from '../state/view.ts';

/** A part of a stage, in CSS pixels from its left edge, and whose masks are on it. */
export interface Side {
  /** Null: whatever is in hand. */
  readonly model: ModelKind | null;
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a stage from left to right. One of two stages shows one model (`stageModel`), the
 * only stage shows the mask in hand, or both models with the divider between them.
 */
export function sidesOf(
  view: Pick<ViewState, 'modelChoice' | 'compareLayout' | 'viewport' | 'wipe'>,
  kinds: readonly ModelKind[],
  stageModel: ModelKind | null,
): readonly Side[] {
  const isComparing = choiceInUse(view.modelChoice, kinds) === 'compare';
  if (stageModel || !isComparing || view.compareLayout === 'outlines')
    return [{ model: stageModel, from: -Infinity, to: Infinity }];
  const divider = wipeToScreen(view.viewport, view.wipe);
  return [
    { model: 'plain', from: -Infinity, to: divider },
    { model: 'robust', from: divider, to: Infinity },
  ];
}
