import type { ModelKind } from '../../contract/model-kind.ts';
import { t } from '../../words/words.ts';

/** Why there is nothing to choose. */
export function onlyModelWords(only: ModelKind): string {
  return t('modelChoice.only', { model: t(`modelChoice.names.${only}`) });
}
