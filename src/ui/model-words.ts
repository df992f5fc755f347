import type { ModelChoice } from '../app/prompts/models.ts';
import type { ModelKind } from '../engine/protocol.ts';
import { t } from '../words/words.ts';

/** Read when they are shown: a text made while modules load would stay in the first language. */
export const MODEL_NAMES: Readonly<Record<ModelKind, string>> = {
  get robust() {
    return t('modelChoice.names.robust');
  },
  get plain() {
    return t('modelChoice.names.plain');
  },
};

export const CHOICE_NAMES: Readonly<Record<ModelChoice, string>> = {
  get robust() {
    return t('modelChoice.names.robust');
  },
  get plain() {
    return t('modelChoice.names.plain');
  },
  get compare() {
    return t('modelChoice.names.compare');
  },
};

export const CHOICE_HINTS: Readonly<Record<ModelChoice, string>> = {
  get robust() {
    return t('modelChoice.hints.robust');
  },
  get plain() {
    return t('modelChoice.hints.plain');
  },
  get compare() {
    return t('modelChoice.hints.compare');
  },
};

/** Why there is nothing to choose. */
export function onlyModelWords(only: ModelKind): string {
  return t('modelChoice.only', { model: MODEL_NAMES[only] });
}

/** How far two masks agree, from the intersection over union of the two. */
export function agreementWords(iou: number): string {
  if (iou === 1) return t('comparePanel.agreement.same');
  if (iou >= 0.95) return t('comparePanel.agreement.nearlySame');
  if (iou >= 0.8) return t('comparePanel.agreement.edges');
  if (iou >= 0.5) return t('comparePanel.agreement.part');
  return iou > 0 ? t('comparePanel.agreement.little') : t('comparePanel.agreement.nothing');
}
