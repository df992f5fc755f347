import { faultsOf, isBlank, type Quality } from '../../report/quality.ts';
import type { PhotoFigures } from '../../report/report.ts';
import { t } from '../../words/words.ts';

export function qualityWords(quality: Quality): string {
  return quality === 'clear' || quality === 'unmeasured'
    ? t(`quality.${quality}`)
    : t(`quality.is.${quality}`);
}

/** What a photo is, worst first; never empty. */
export function qualitiesInWords(figures: PhotoFigures | undefined): readonly string[] {
  if (!figures) return [t('quality.unmeasured')];
  if (isBlank(figures)) return [t('quality.blank')];
  const faults = faultsOf(figures);
  return faults.length === 0 ? [t('quality.clear')] : faults.map(qualityWords);
}
