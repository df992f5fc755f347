import type { TourStep } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';

/** Keys by name; null where the person took them away, or works with fingers. */
export interface TourKeys {
  readonly isTouch: boolean;
  readonly finish: string | null;
  readonly nameClass: string | null;
  readonly palette: string | null;
}

export function stepWords(step: TourStep, keys: TourKeys): { title: string; text: string } {
  return { title: t(`tour.${step}.title`), text: textOf(step, keys) };
}

function textOf(step: TourStep, { isTouch, finish, nameClass, palette }: TourKeys): string {
  switch (step) {
    case 'open':
      return t('tour.open.text');
    case 'click':
      return t(isTouch ? 'tour.click.touch' : 'tour.click.text');
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
