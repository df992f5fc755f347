import type { KeyProblem } from '../../tools/actions/keymap.ts';
import { t } from '../../words/words.ts';

export function problemWords(problem: KeyProblem, keys: string): string {
  switch (problem.kind) {
    case 'browser':
      return t('keys.change.ofBrowser', { keys });
    case 'fixed':
      return t('keys.change.fixed', { keys });
    case 'taken':
      return t('keys.change.taken', { keys, title: problem.by.action.title });
  }
}
