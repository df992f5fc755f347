import { t } from '../../words/words.ts';

/** How far two masks agree, from the intersection over union of the two. */
export function agreementWords(iou: number): string {
  if (iou === 1) return t('comparePanel.agreement.same');
  if (iou >= 0.95) return t('comparePanel.agreement.nearlySame');
  if (iou >= 0.8) return t('comparePanel.agreement.edges');
  if (iou >= 0.5) return t('comparePanel.agreement.part');
  return iou > 0 ? t('comparePanel.agreement.little') : t('comparePanel.agreement.nothing');
}
