import type { ModelKind } from '../../contract/model-kind.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import type { EngineStatus } from '../../engine/engine.ts';
import { boundaryIou } from '../../mask/boundary.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskIou } from '../../mask/measure.ts';
import { modelsAsked } from '../state/model-choice.ts';
import { currentPrompt, shownObject } from '../state/questions.ts';
import type { ViewState } from '../state/view.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import { likelierBy, oddsFor } from './likelier.ts';

type Document = Pick<DocumentState, 'objects' | 'prompts'>;
type Engine = Pick<EngineStatus, 'kinds' | 'set'>;

/** How near a mask comes to the one that counts as the truth. */
interface Nearness {
  readonly iou: number;
  readonly boundaryIou: number;
}

export type AgainstTruth = Readonly<Record<ModelKind, Nearness>>;

let newest: { readonly of: readonly [Comparison, Mask]; readonly found: AgainstTruth } | null =
  null;

/** Both masks against the truth, measured once for the same ones. */
export function againstTruth(comparison: Comparison, truth: Mask): AgainstTruth {
  if (newest?.of[0] === comparison && newest.of[1] === truth) return newest.found;
  const { robust, plain } = comparison.answers;
  const near = ({ mask }: { readonly mask: Mask }): Nearness => ({
    iou: maskIou(mask, truth),
    boundaryIou: boundaryIou(mask, truth),
  });
  const found = { robust: near(robust), plain: near(plain) };
  newest = { of: [comparison, truth], found };
  return found;
}

/** Null: they are equally near. */
export function nearerOf({ robust, plain }: AgainstTruth): ModelKind | null {
  if (robust.iou === plain.iou) return null;
  return robust.iou > plain.iou ? 'robust' : 'plain';
}

/** The object that both masks are held against; null: none was chosen, or it is gone. */
export function comparedTruth(
  document: Pick<DocumentState, 'objects'>,
  view: Pick<ViewState, 'photo' | 'comparedTruthId'>,
): MaskObject | null {
  return shownObject(document, view, view.comparedTruthId);
}

/**
 * Whose mask is kept unless the person says otherwise: of two that are compared the one nearer to the truth, without one
 * whose model is likelier right, else RobustSAM's. Null: it depends on a mask that is still to come.
 */
export function preferredModel(
  document: Document,
  view: ViewState,
  { kinds, set }: Engine,
): ModelKind | null {
  const [leading, ...others] = modelsAsked(view.modelChoice, kinds);
  if (others.length === 0) return leading;
  const truth = comparedTruth(document, view);
  if (truth) {
    const comparison = comparisonOf(view);
    const isOfPrompt = comparison?.answers.robust.prompt === currentPrompt(document, view);
    return comparison && isOfPrompt
      ? (nearerOf(againstTruth(comparison, truth.mask)) ?? leading)
      : null;
  }
  const odds = oddsFor(currentPrompt(document, view), view.measured?.report, set?.id);
  return (odds && likelierBy(odds)) ?? leading;
}
