import type { Annotator } from '../app/annotator.ts';
import { choiceInUse, MODEL_CHOICES } from '../app/models.ts';

/** RobustSAM, plain SAM, both, and round again; with one model loaded there is nothing to choose. */
export function cycleModel(annotator: Annotator): void {
  if (annotator.engine.getState().kinds.length === 1) return;
  const at = MODEL_CHOICES.indexOf(annotator.view.getState().modelChoice);
  const next = MODEL_CHOICES[(at + 1) % MODEL_CHOICES.length];
  if (next) void annotator.chooseModel(next);
}

export function switchCompareLayout(annotator: Annotator): void {
  const { modelChoice, compareLayout } = annotator.view.getState();
  if (choiceInUse(modelChoice, annotator.engine.getState().kinds) !== 'compare') return;
  annotator.setCompareLayout(compareLayout === 'wipe' ? 'side-by-side' : 'wipe');
}
