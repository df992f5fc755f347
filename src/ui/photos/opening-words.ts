import type { Opening } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';

/** "Opening 2 of 12: cat.jpg…". */
export function openingWords({ name, done, of }: Opening): string {
  return of === 1
    ? t('shell.topBar.openingOne', { name })
    : t('shell.topBar.openingMany', { number: done + 1, total: of, name });
}
