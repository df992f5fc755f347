import { comparedTruth } from '../../app/prompts/preferred.ts';
import type { MaskObject } from '../../document/types.ts';
import { useDocument, useView } from '../kit/annotator.ts';

/** The object that both masks are held against. */
export function useComparedTruth(): MaskObject | null {
  const photo = useView((view) => view.photo);
  const comparedTruthId = useView((view) => view.comparedTruthId);
  return useDocument((document) => comparedTruth(document, { photo, comparedTruthId }));
}
