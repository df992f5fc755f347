import type { TourStep } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';

/** Keys by name; null where the person took them away. */
export interface TourKeys {
  readonly finish: string | null;
  readonly nameClass: string | null;
  readonly palette: string | null;
}

export function stepWords(step: TourStep, keys: TourKeys): { title: string; text: string } {
  return { title: t(`tour.${step}.title`), text: textOf(step, keys) };
}

function textOf(step: TourStep, { finish, nameClass, palette }: TourKeys): string {
  switch (step) {
    case 'open':
    case 'click':
      return t(`tour.${step}.text`);
    case 'keep':
      return sentences(
        finish ? t('tour.keep.objectKeys', { keys: finish }) : t('tour.keep.object'),
        nameClass ? t('tour.keep.classKeys', { keys: nameClass }) : t('tour.keep.class'),
      );
    case 'export':
      return sentences(
        t('tour.export.formats'),
        palette ? t('tour.export.searchKeys', { keys: palette }) : t('tour.export.search'),
      );
  }
}

function sentences(...all: readonly string[]): string {
  return all.join(' ');
}
