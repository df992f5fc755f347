import { choiceInUse } from '../../app/state/model-choice.ts';
import { isPrompting, selectedObjects, shownObjects } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { now } from '../now.ts';
import type { Hands } from './action.ts';

/** Why actions can't be done, in words for the palette and menus; null when they can. */

/** What is locked is said by the verbs themselves when a key asks for it. */
export function lockedReason(): string {
  return t('reasons.locked');
}

export function noPhoto({ annotator }: Hands): string | null {
  return annotator.view.getState().photo ? null : t('reasons.noPhoto');
}

export function noPointer(hands: Hands): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  return hands.annotator.view.getState().pointer ? null : t('reasons.noPointer');
}

export function noPrompt(hands: Hands): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  return isPrompting(...now(hands.annotator)) ? null : t('reasons.noPrompt');
}

export function noCandidates({ annotator }: Hands): string | null {
  const { live } = annotator.view.getState();
  return live && live.candidates.length > 1 ? null : t('reasons.noCandidates');
}

export function noObjects(hands: Hands): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  return shownObjects(...now(hands.annotator)).length > 0 ? null : t('reasons.noObjects');
}

export function nothingSelected(hands: Hands): string | null {
  if (noObjects(hands)) return noObjects(hands);
  return selectedObjects(...now(hands.annotator)).length > 0 ? null : t('reasons.nothingSelected');
}

/** For what changes the selected objects. */
export function nothingToChange(hands: Hands): string | null {
  const reason = nothingSelected(hands);
  if (reason) return reason;
  return selectedObjects(...now(hands.annotator)).every(({ isLocked }) => isLocked)
    ? lockedReason()
    : null;
}

/** For what changes one object. */
export function noSingleObject(hands: Hands): string | null {
  const reason = nothingSelected(hands);
  if (reason) return reason;
  if (selectedObjects(...now(hands.annotator)).length > 1) return t('reasons.severalSelected');
  return nothingToChange(hands);
}

export function noSeveralObjects(hands: Hands): string | null {
  const reason = nothingSelected(hands);
  if (reason) return reason;
  const selected = selectedObjects(...now(hands.annotator));
  if (selected.length < 2) return t('reasons.oneSelected');
  return selected.some(({ isLocked }) => isLocked) ? lockedReason() : null;
}

export function notComparing({ annotator }: Hands): string | null {
  const { modelChoice } = annotator.view.getState();
  const inUse = choiceInUse(modelChoice, annotator.engine.getState().kinds);
  return inUse === 'compare' ? null : t('reasons.notComparing');
}

export function loadingSet({ annotator }: Hands): string | null {
  return annotator.modelSets.getState().work ? t('reasons.isLoading') : null;
}

/** Ids of those that are selected. */
export function selectedIds({ annotator }: Hands): readonly string[] {
  return selectedObjects(...now(annotator)).map(({ id }) => id);
}
