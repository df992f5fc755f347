import { recordUnder } from '../../typed/records.ts';
import { LANGUAGE_FACTS, LANGUAGES, type Language } from '../../words/languages.ts';
import { currentLanguage, currentLocale, t } from '../../words/words.ts';
import type { Action } from './action.ts';

type LanguageActionId = `language:${Language}`;

export const LANGUAGE_ACTION_IDS = LANGUAGES.map((one): LanguageActionId => `language:${one}`);

/** Each language has its action. */
export const languageActions = recordUnder('language', LANGUAGES, choose);

function choose(language: Language): Action {
  return {
    get title() {
      const { title } = LANGUAGE_FACTS[language];
      if (language === currentLanguage()) return title;
      return `${t('actionHelp.about.language', { name: nameOf(language) })} (${title})`;
    },
    mouse: 'topBar',
    touch: 'firstPage',
    isOn: ({ annotator }) => annotator.view.getState().language === language,
    run: ({ annotator }) => void annotator.setLanguage(language),
  };
}

/** As it is called in the language of the page. */
function nameOf(language: Language): string {
  const names = new Intl.DisplayNames(currentLocale(), { type: 'language' });
  return names.of(language) ?? language;
}
