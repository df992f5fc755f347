import type { StoreApi } from 'zustand/vanilla';
import type { Language } from '../../words/languages.ts';
import { hasWords, loadWords, setLanguage, t } from '../../words/words.ts';
import type { MaskLook } from '../state/mask-look.ts';
import { notify } from '../state/notices.ts';
import { MOST_RECENT } from '../state/settings.ts';
import type { Theme, ViewState } from '../state/view.ts';

/** How the person likes the app; kept in the settings, no step of the history. */
export interface PreferenceVerbs {
  /** Language of all that is said from now on, as soon as its words are there. */
  setLanguage(language: Language): Promise<void>;
  setTheme(theme: Theme): void;
  setMaskLook(change: Partial<MaskLook>): void;
  /** All of the person's own keys, by action; the others have those they come with. */
  setKeys(keys: ViewState['keys']): void;
  /** It was chosen in the palette, which will offer it first. */
  noteAction(actionId: string): void;
}

export function createPreferences(view: StoreApi<ViewState>): PreferenceVerbs {
  return {
    async setLanguage(language) {
      try {
        if (!hasWords(language)) await loadWords(language);
      } catch {
        return notify(view, 'error', t('page.wordsNotLoaded'));
      }
      setLanguage(language);
      view.setState({ language });
    },
    setTheme: (theme) => view.setState({ theme }),
    setMaskLook: (change) =>
      view.setState(({ maskLook }) => ({ maskLook: { ...maskLook, ...change } })),
    setKeys: (keys) => view.setState({ keys }),
    noteAction(actionId) {
      const others = view.getState().recentActions.filter((id) => id !== actionId);
      view.setState({ recentActions: [actionId, ...others].slice(0, MOST_RECENT) });
    },
  };
}
