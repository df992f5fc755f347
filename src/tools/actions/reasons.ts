import { choiceInUse } from '../../app/prompts/models.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';

/** Why actions can't be done, in words for the palette and menus; null when they can. */

const NO_OBJECTS: readonly MaskObject[] = [];

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
  const { photo } = hands.annotator.view.getState();
  const { prompts, refined } = hands.annotator.document.getState();
  const isPrompting = (prompts[photo?.id ?? '']?.length ?? 0) > 0 || refined[photo?.id ?? ''];
  return isPrompting ? null : t('reasons.noPrompt');
}

export function noCandidates({ annotator }: Hands): string | null {
  const { live } = annotator.view.getState();
  return live && live.candidates.length > 1 ? null : t('reasons.noCandidates');
}

export function noObjects(hands: Hands): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  return shownObjects(hands).length > 0 ? null : t('reasons.noObjects');
}

export function nothingSelected(hands: Hands): string | null {
  if (noObjects(hands)) return noObjects(hands);
  return selectedObjects(hands).length > 0 ? null : t('reasons.nothingSelected');
}

/** For what changes the selected objects. */
export function nothingToChange(hands: Hands): string | null {
  const reason = nothingSelected(hands);
  if (reason) return reason;
  return selectedObjects(hands).every(({ isLocked }) => isLocked) ? lockedReason() : null;
}

/** For what changes one object. */
export function noSingleObject(hands: Hands): string | null {
  const reason = nothingSelected(hands);
  if (reason) return reason;
  if (selectedObjects(hands).length > 1) return t('reasons.severalSelected');
  return nothingToChange(hands);
}

export function noSeveralObjects(hands: Hands): string | null {
  const reason = nothingSelected(hands);
  if (reason) return reason;
  const selected = selectedObjects(hands);
  if (selected.length < 2) return t('reasons.oneSelected');
  return selected.some(({ isLocked }) => isLocked) ? lockedReason() : null;
}

export function notComparing({ annotator }: Hands): string | null {
  const { modelChoice } = annotator.view.getState();
  const inUse = choiceInUse(modelChoice, annotator.engine.getState().kinds);
  return inUse === 'compare' ? null : t('reasons.notComparing');
}

/** Kept objects of the shown photo, in drawing order. */
export function shownObjects({ annotator }: Hands): readonly MaskObject[] {
  const photoId = annotator.view.getState().photo?.id ?? '';
  return annotator.document.getState().objects[photoId] ?? NO_OBJECTS;
}

export function selectedObjects(hands: Hands): readonly MaskObject[] {
  const { selectedObjectIds } = hands.annotator.view.getState();
  return shownObjects(hands).filter(({ id }) => selectedObjectIds.includes(id));
}

export function selectedIds(hands: Hands): readonly string[] {
  return selectedObjects(hands).map(({ id }) => id);
}

/** Of the selected objects the one in the lead. */
export function leadObject(hands: Hands): MaskObject | undefined {
  const { selectedObjectId } = hands.annotator.view.getState();
  return selectedObjects(hands).find(({ id }) => id === selectedObjectId);
}
