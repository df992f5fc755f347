import { type Adjustments, isNeutral, NEUTRAL } from '../../adjust/adjustments.ts';
import type { DocumentState } from '../../document/types.ts';
import type { ViewState } from '../state/view.ts';

type Kept = Pick<DocumentState, 'adjustments' | 'sharedAdjustments'>;

/** How a photo of the project is shown when no slider is being moved. */
export function keptAdjustments(document: Kept, photoId: string | undefined): Adjustments {
  const own = photoId === undefined ? null : document.adjustments[photoId];
  return document.sharedAdjustments ?? own ?? NEUTRAL;
}

/** How the photo on the stage is shown now. */
export function shownAdjustments(
  document: Kept,
  { adjusting, photo }: Pick<ViewState, 'adjusting' | 'photo'>,
): Adjustments {
  return adjusting ?? keptAdjustments(document, photo?.id);
}

/** None is no adjustment at all, so nothing is written for it. */
export function orNull(adjustments: Adjustments): Adjustments | null {
  return isNeutral(adjustments) ? null : adjustments;
}
