import type { DocumentState, Proposal } from '../../document/types.ts';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskContains } from '../../mask/measure.ts';
import { proposalsOn } from '../state/questions.ts';
import type { ViewState } from '../state/view.ts';

const areas = new WeakMap<Mask, number>();

/** Photo pixels; counted once for a mask. */
export function proposalArea({ mask }: Proposal): number {
  const known = areas.get(mask) ?? maskArea(mask);
  areas.set(mask, known);
  return known;
}

/** Those that the filter lets through. */
export function proposalsShown(
  document: Pick<DocumentState, 'proposals'>,
  view: Pick<ViewState, 'photo' | 'proposalFilter'>,
): readonly Proposal[] {
  const { predictedIou, area } = view.proposalFilter;
  return proposalsOn(document, view).filter(
    (one) => one.predictedIou >= predictedIou && proposalArea(one) >= area,
  );
}

/** The smallest one at a point, which the larger ones around it would hide. */
export function proposalAt(proposals: readonly Proposal[], at: ImagePoint): Proposal | null {
  return proposals
    .filter(({ mask }) => maskContains(mask, at))
    .reduce<Proposal | null>(
      (least, one) => (least && proposalArea(least) <= proposalArea(one) ? least : one),
      null,
    );
}
